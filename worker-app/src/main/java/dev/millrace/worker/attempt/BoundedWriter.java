package dev.millrace.worker.attempt;

import java.io.Writer;

/** Takes so many characters, and throws at the next: whoever writes without end is stopped. */
final class BoundedWriter extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int most;

    BoundedWriter(int most) {
        this.most = most;
    }

    /** Nothing more can be written. Not an exception of input and output, which a {@code PrintWriter} would keep to itself. */
    static final class Full extends RuntimeException {
        private Full() {
            super("full", null, false, false);
        }
    }

    @Override
    public void write(char[] characters, int from, int length) {
        int room = most - text.length();
        text.append(characters, from, Math.min(room, length));
        if (length > room) {
            throw new Full();
        }
    }

    @Override
    public void flush() {
        // Nothing waits.
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
