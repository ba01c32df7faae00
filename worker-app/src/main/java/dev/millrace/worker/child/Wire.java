package dev.millrace.worker.child;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes messages, each on a line of its own; may be used by several threads. */
final class Wire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutputStream out;

    Wire(OutputStream out) {
        this.out = out;
    }

    /** The leading break ends whatever a native library may have printed in between. */
    synchronized void send(Object message) throws IOException {
        out.write(('\n' + JSON.writeValueAsString(message) + '\n').getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** @throws IOException if the line is not such a message */
    static <T> T read(String line, Class<T> type) throws IOException {
        return JSON.readValue(line, type);
    }
}
