package dev.millrace.bench.stack;

import dev.millrace.bench.client.ServerClient;

/** A server, empty at its start, and a worker that also offers the bench's task types. */
public interface ServerUnderTest extends AutoCloseable {
    /** The first account's password. */
    String ADMIN_PASSWORD = "the bench's own password";

    ServerClient door();

    /** One of its processes: {@code server} or {@code worker-1}. */
    ProcessStats program(String name);

    @Override
    void close();
}
