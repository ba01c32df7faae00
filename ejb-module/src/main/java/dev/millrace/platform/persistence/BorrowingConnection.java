package dev.millrace.platform.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Set;

import dev.millrace.platform.problem.Outage;

/**
 * The connection proxy that the server pools. It borrows a real connection at its first use. It returns that one at the end
 * of the transaction, or after its last statement outside a transaction. So the server's own pool never holds a dead
 * connection, and an outage reaches the caller, not the server's transaction manager.
 */
final class BorrowingConnection implements InvocationHandler {
    private static final Set<String> ALLOWED_SETTERS = Set.of("setSavepoint");

    private final ConnectionPool pool;
    private Connection borrowed;
    private Thread borrower;
    private boolean reusable;
    private boolean autoCommit = true;
    private int openStatements;
    private boolean closed;

    private BorrowingConnection(ConnectionPool pool) {
        this.pool = pool;
    }

    static Connection from(ConnectionPool pool) {
        return proxy(Connection.class, new BorrowingConnection(pool));
    }

    @Override
    public synchronized Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        return switch (method.getName()) {
            case "equals" -> self == arguments[0];
            case "hashCode" -> System.identityHashCode(self);
            case "toString" -> "a connection borrowed when it is needed";
            case "isWrapperFor" -> false;
            case "unwrap" -> throw new SQLException("the connection behind it changes");
            case "isClosed" -> closed;
            case "getAutoCommit" -> autoCommit;
            case "isReadOnly" -> false;
            case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
            case "getWarnings", "clearWarnings", "setClientInfo" -> null; // Payara names its client each time
            case "setReadOnly" -> rejectChange(arguments[0].equals(false));
            case "setTransactionIsolation" -> rejectChange(arguments[0].equals(Connection.TRANSACTION_READ_COMMITTED));
            case "setAutoCommit" -> setAutoCommit((boolean) arguments[0]);
            case "commit", "rollback" -> arguments == null ? endTransaction(method) : use(method, arguments);
            case "close", "abort" -> close();
            default -> use(method, arguments);
        };
    }

    private Object setAutoCommit(boolean requested) throws SQLException {
        if (borrowed != null && requested != autoCommit) {
            borrowed.setAutoCommit(requested); // commits, as JDBC requires
        }
        autoCommit = requested;
        if (autoCommit && openStatements == 0) {
            giveBack();
        }
        return null;
    }

    /** @return null */
    private Object endTransaction(Method how) throws Throwable {
        if (borrowed == null) {
            return null; // it has executed no statement
        }
        boolean committed = false;
        try {
            call(how, null);
            committed = true;
        } finally {
            // After a timeout another thread may still use it, which must not reach a later transaction.
            reusable &= committed && Thread.currentThread() == borrower;
            giveBack();
        }
        return null;
    }

    private Object use(Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (closed) {
            throw new SQLException("the connection is closed", "08003");
        }
        if (name.startsWith("set") && !ALLOWED_SETTERS.contains(name)) {
            throw new SQLFeatureNotSupportedException("a borrowed connection stays as it is: " + name);
        }
        borrow();
        boolean keepsBorrowed = !autoCommit;
        try {
            Object result = call(method, arguments);
            if (autoCommit && result instanceof Statement statement) {
                openStatements++;
                keepsBorrowed = true;
                return proxy(statementType(method), new OpenStatement(statement));
            }
            return result;
        } finally {
            if (!keepsBorrowed && openStatements == 0) {
                giveBack();
            }
        }
    }

    private void borrow() throws SQLException {
        if (borrowed == null) {
            borrowed = pool.borrow();
            borrower = Thread.currentThread();
            reusable = true;
            try {
                borrowed.setAutoCommit(autoCommit);
            } catch (SQLException e) {
                reusable = false;
                giveBack();
                throw e;
            }
        }
    }

    private void giveBack() {
        if (borrowed != null) {
            Connection connection = borrowed;
            borrowed = null;
            borrower = null;
            openStatements = 0;
            pool.giveBack(connection, reusable && resetAutoCommit(connection));
        }
    }

    private static boolean resetAutoCommit(Connection connection) {
        try {
            connection.setAutoCommit(true);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private Object close() {
        closed = true;
        if (borrowed != null) {
            reusable = false; // within a statement
            giveBack();
        }
        return null;
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        return call(borrowed, method, arguments);
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            reusable &= Outage.behind(e.getCause()).isEmpty();
            throw e.getCause();
        }
    }

    private static Object rejectChange(boolean unchanged) throws SQLException {
        if (!unchanged) {
            throw new SQLFeatureNotSupportedException("a borrowed connection stays as it is");
        }
        return null;
    }

    private static Class<? extends Statement> statementType(Method method) {
        return method.getReturnType().asSubclass(Statement.class);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** A statement outside a transaction; closing the last one returns the connection. */
    private final class OpenStatement implements InvocationHandler {
        private final Statement statement;
        private final Connection openedOn = borrowed;
        private boolean counted = true;

        OpenStatement(Statement statement) {
            this.statement = statement;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("equals")) {
                return self == arguments[0];
            }
            try {
                return call(statement, method, arguments);
            } finally {
                if (method.getName().equals("close")) {
                    onClosed();
                }
            }
        }

        private void onClosed() {
            synchronized (BorrowingConnection.this) {
                if (counted && openedOn == borrowed) {
                    openStatements--;
                    if (autoCommit && openStatements == 0) {
                        giveBack();
                    }
                }
                counted = false;
            }
        }
    }
}
