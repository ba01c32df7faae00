package dev.millrace.itests.fuzz;

import java.net.URI;

import dev.millrace.testkit.database.PostgresServer;
import dev.millrace.testkit.server.Stack;

/** One server on PostgreSQL, with a worker that this restarts when a request has stopped it. */
final class FuzzStack implements AutoCloseable {
    /** A password that the document does not name, so that no request changes it. */
    static final String ADMIN_PASSWORD = "a password of which the document knows nothing";

    private final PostgresServer postgres = PostgresServer.temporary().start();
    private final Stack stack;

    FuzzStack() {
        stack = Stack.of("fuzz")
                .with("MILLRACE_DB_URL", postgres.url())
                .with("MILLRACE_ADMIN_PASSWORD", ADMIN_PASSWORD)
                .with("MILLRACE_ACCOUNTS_ACCESS_TOKEN", "2h")
                .start();
    }

    URI server() {
        return stack.server().address();
    }

    void superviseWorker() {
        if (!stack.worker().isAlive()) {
            stack.worker().start();
        }
    }

    @Override
    public void close() {
        stack.close();
        postgres.close();
    }
}
