package dev.millrace.bench.stack;

import java.time.Duration;

import dev.millrace.testkit.client.ApiClient;

/** A server, empty at its start, and a worker that also offers the bench's task types. */
public interface ServerUnderTest extends AutoCloseable {
    /** The first account's password. */
    String ADMIN_PASSWORD = "the bench's own password";

    /** For a response under full load. */
    Duration RESPONSE_LIMIT = Duration.ofSeconds(120);

    /** For an orderly stop after full load. */
    Duration GRACE = Duration.ofSeconds(60);

    /** A client of the application, over HTTP/1.1 as browsers speak it without TLS. */
    ApiClient apiClient();

    /** One of its processes: {@code server} or {@code worker-1}. */
    ProcessStats program(String name);

    @Override
    void close();
}
