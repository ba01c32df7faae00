package dev.millrace.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

import dev.millrace.testkit.client.SignedInClient;

/** A submit whose last byte leaves when the test says so: a request in flight for as long as the test wants. */
final class SlowSubmit implements AutoCloseable {
    private static final String BODY = "{\"type\":\"reverse_string\",\"parameters\":{\"text\":\"mill\"}}";

    private final Socket socket;

    private SlowSubmit(Socket socket) {
        this.socket = socket;
    }

    /**
     * Sends all but the last byte.
     *
     * @param server root of the application
     */
    static SlowSubmit by(SignedInClient owner, URI server) {
        String head = "POST " + server.resolve("api/tasks").getPath()
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + owner.token() + "\r\nContent-Length: " + BODY.length()
                + "\r\n\r\n";
        try {
            SlowSubmit submit = new SlowSubmit(new Socket(InetAddress.getLoopbackAddress(), server.getPort()));
            submit.send(head + BODY.substring(0, BODY.length() - 1));
            return submit;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the last byte and returns the response's first line. */
    String finish() {
        try {
            send(BODY.substring(BODY.length() - 1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
