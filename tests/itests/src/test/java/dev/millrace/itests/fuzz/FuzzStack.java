package dev.millrace.itests.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import dev.millrace.itests.stack.Stack;

/** One server on PostgreSQL, with a worker that this restarts when a request has stopped it. */
final class FuzzStack implements AutoCloseable {
    /** A password that the document does not name, so that no request changes it. */
    static final String ADMIN_PASSWORD = "a password of which the document knows nothing";

    private final EmbeddedPostgres postgres;
    private final Stack stack;

    FuzzStack() {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stack = Stack.of("fuzz")
                .with(
                        "MILLRACE_DB_URL",
                        "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres")
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
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
