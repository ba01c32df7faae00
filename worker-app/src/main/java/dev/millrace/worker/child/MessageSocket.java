package dev.millrace.worker.child;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Sends and receives messages, each behind its length. Several threads may send, one receives. */
final class MessageSocket implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_BYTES = 64 << 20;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    MessageSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    void send(Object message) throws IOException {
        // By way of a text: half a surrogate pair, which a handler may send, becomes a question mark then, and no
        // failure.
        byte[] text = JSON.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
        synchronized (this) {
            out.writeInt(text.length);
            out.write(text);
            out.flush();
        }
    }

    /**
     * Waits for the next message.
     *
     * @throws EOFException if the other side has closed the connection
     * @throws IOException if the other side sent another kind of message; no further message can be received then
     */
    <T> T receive(Class<T> type) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MAX_BYTES) {
            throw new IOException("a message of " + length + " bytes");
        }
        byte[] text = in.readNBytes(length);
        if (text.length < length) {
            throw new EOFException("connection closed within a message");
        }
        T message = JSON.readValue(text, type);
        if (message == null) {
            throw new IOException("a message without content");
        }
        return message;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
