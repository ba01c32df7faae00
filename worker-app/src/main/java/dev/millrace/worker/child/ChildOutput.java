package dev.millrace.worker.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies the output of a child and its own processes into this worker's log, long lines in pieces; notes its JVM's last line. */
final class ChildOutput {
    private static final Logger LOG = LoggerFactory.getLogger("millrace.child");
    private static final String OUT_OF_MEMORY = "Terminating due to java.lang.OutOfMemoryError";
    private static final int MAX_LINE = 2_000;

    private final long pid;
    private volatile boolean outOfMemory;
    private volatile String lastLine;

    ChildOutput(long pid) {
        this.pid = pid;
    }

    boolean isOutOfMemory() {
        return outOfMemory;
    }

    /** @return null if it never printed any */
    String lastLine() {
        return lastLine;
    }

    /** Reads until the child exits. */
    void copy(InputStream output) {
        StringBuilder line = new StringBuilder();
        try (Reader reader = new InputStreamReader(output, StandardCharsets.UTF_8)) {
            char[] buffer = new char[MAX_LINE];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] != '\n') {
                        line.append(buffer[i]);
                    }
                    if (buffer[i] == '\n' || line.length() == MAX_LINE) {
                        print(line.toString());
                        line.setLength(0);
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("Failed to read the output of child {}", pid, e);
        }
        print(line.toString());
    }

    private void print(String line) {
        if (!line.isBlank()) {
            outOfMemory |= line.startsWith(OUT_OF_MEMORY);
            lastLine = line;
            LOG.info("[child {}] {}", pid, line);
        }
    }
}
