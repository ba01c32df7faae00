package dev.millrace.worker.metrics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * The method and path of a request to {@link MetricsEndpoint}.
 *
 * @param method as sent
 * @param path without its query
 */
record RequestHead(String method, String path) {
    private static final int MAX_BYTES = 8_192;
    private static final int READ_MILLIS = 1_000;
    private static final long ALL_NANOS = TimeUnit.SECONDS.toNanos(2);

    /**
     * Reads to the end of the head; it leaves a body unread.
     *
     * @throws IOException if the head is no HTTP, too long, or takes too long
     */
    static RequestHead read(Socket client) throws IOException {
        client.setSoTimeout(READ_MILLIS);
        String[] line =
                head(client.getInputStream()).lines().findFirst().orElse("").split(" ");
        if (line.length < 2) {
            throw new IOException("no request line");
        }
        return new RequestHead(line[0], line[1].replaceFirst("\\?.*", ""));
    }

    private static String head(InputStream in) throws IOException {
        long end = System.nanoTime() + ALL_NANOS;
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] part = new byte[MAX_BYTES];
        while (!head.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
            int read = in.read(part);
            if (read < 0 || head.size() + read > MAX_BYTES || System.nanoTime() > end) {
                throw new IOException("incomplete, too long or too slow request head");
            }
            head.write(part, 0, read);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
