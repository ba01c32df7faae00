package dev.millrace.bench.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import dev.millrace.testkit.client.SignedInClient;

/**
 * A kept-alive HTTP/1.1 connection that sends one submit after the other. It does not parse the bodies of responses, so that
 * the client costs as little as possible. Not thread-safe.
 */
public final class SubmitConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 120_000;

    private final URI base;
    private final String headers;
    private final byte[] line = new byte[8_192];
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /** Prepares a connection for that user; connects with the first submit. */
    public static SubmitConnection of(SignedInClient client) {
        return new SubmitConnection(client.apiClient().address(), client.token());
    }

    SubmitConnection(URI base, String token) {
        this.base = base;
        this.headers = " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /**
     * Submits one task.
     *
     * @return the response's status
     */
    public int one(String request) throws IOException {
        return post("api/tasks", request);
    }

    /**
     * Submits many tasks in one request.
     *
     * @return the response's status
     */
    public int many(String requests) throws IOException {
        return post("api/tasks/batch", requests);
    }

    private int post(String path, String body) throws IOException {
        connect();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + base.getPath() + path + headers + bytes.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(bytes, 0, request, head.length, bytes.length);
        out.write(request);
        return readAnswer();
    }

    private void connect() throws IOException {
        if (socket == null) {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
            out = socket.getOutputStream();
        }
    }

    private int readAnswer() throws IOException {
        String first = readLine();
        int status = Integer.parseInt(first.substring(9, 12));
        long length = 0;
        boolean chunked = false;
        boolean closes = false;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).trim());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            } else if (lower.startsWith("connection:")) {
                closes = lower.contains("close");
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        if (closes) {
            close();
        }
        return status;
    }

    private void skipChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(readLine(), 16);
            in.skipNBytes(size);
            readLine();
        } while (size > 0);
    }

    private String readLine() throws IOException {
        int length = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            line[length++] = (byte) next;
        }
        return new String(line, 0, length - 1, StandardCharsets.US_ASCII); // without the \r
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
