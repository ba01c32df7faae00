package dev.millrace.platform.persistence;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.h2.jdbcx.JdbcDataSource;

/** A database of a test's own with the schema in place, and transactions on it without a container. */
public final class TestDatabase implements Closeable {
    private final EntityManagerFactory factory;

    private TestDatabase(String url, DataSource dataSource) {
        Schema.migrate(dataSource);
        Map<String, Object> properties = new HashMap<>();
        properties.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        properties.put("jakarta.persistence.jtaDataSource", "");
        properties.put("jakarta.persistence.jdbc.url", url);
        properties.put("eclipselink.connection-pool.default.initial", "1");
        properties.put("eclipselink.connection-pool.default.min", "1");
        properties.put("eclipselink.target-server", "None");
        properties.put("eclipselink.session-name", UUID.randomUUID().toString());
        this.factory = new PersistenceProvider().createEntityManagerFactory("millrace", properties);
    }

    public static TestDatabase h2() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT="
                + MillraceDataSource.LOCK_TIMEOUT_MILLIS + ";QUERY_CACHE_SIZE=" + MillraceDataSource.QUERY_CACHE_SIZE;
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL(url);
        return new TestDatabase(url, memory);
    }

    public static TestDatabase postgres() {
        String name = newPostgres();
        EmbeddedPostgres server = PostgresServer.ONLY;
        return new TestDatabase(server.getJdbcUrl("postgres", name), server.getDatabase("postgres", name));
    }

    /** A database without a schema. */
    static DataSource emptyPostgres() {
        return PostgresServer.ONLY.getDatabase("postgres", newPostgres());
    }

    private static String newPostgres() {
        String name = "db_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = PostgresServer.ONLY.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    /** One server for all tests of a run; it stops with the process. */
    private static final class PostgresServer {
        static final EmbeddedPostgres ONLY = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Runs {@code work} in a transaction of its own. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            EntityTransaction transaction = em.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(em);
                transaction.commit();
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
