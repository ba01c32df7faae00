package dev.millrace.worker.attempt;

import java.io.Writer;

/** Accepts so many characters and throws at the next, so that endless writing stops. */
final class BoundedWriter extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int limit;

    BoundedWriter(int limit) {
        this.limit = limit;
    }

    /** The limit is reached. It is no {@code IOException}, which a {@code PrintWriter} would swallow. */
    static final class Full extends RuntimeException {
        private Full() {
            super("full", null, false, false);
        }
    }

    @Override
    public void write(char[] characters, int from, int length) {
        int free = limit - text.length();
        text.append(characters, from, Math.min(free, length));
        if (length > free) {
            throw new Full();
        }
    }

    @Override
    public void flush() {
        // There is no buffer to flush.
    }

    @Override
    public void close() {
        // There is no resource to close.
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
