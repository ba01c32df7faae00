package dev.millrace.testhandlers;

import java.io.PrintWriter;
import java.time.Duration;

import dev.millrace.worker.api.DoNotRetry;
import dev.millrace.worker.api.RetryLater;

/** Throwables that break the code that reads them. */
final class Hostile {
    private Hostile() {}

    /** All their methods throw. */
    static final class Mute extends RuntimeException {
        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public String getLocalizedMessage() {
            throw new IllegalStateException("no message");
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("no trace");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no cause");
        }

        @Override
        public void printStackTrace(PrintWriter out) {
            throw new StackOverflowError("no trace");
        }
    }

    /** Returns another cause on each call, and so do these causes. */
    static final class Endless extends RuntimeException {
        @Override
        public synchronized Throwable getCause() {
            return new Endless();
        }
    }

    /** Throws instead of returning its wait. */
    static final class Undecided extends RetryLater {
        Undecided() {
            super(Duration.ZERO, "undecided");
        }

        @Override
        public Duration waiting() {
            throw new IllegalStateException("no wait");
        }
    }

    static Throwable of(String kind) {
        return switch (kind) {
            case "mute" -> new Mute();
            case "mute-error" -> new Error("outer", new Mute());
            case "endless" -> new Endless();
            case "circle" -> circle();
            case "refusal" -> new DoNotRetry("no", new Mute());
            case "retry-null" -> new RetryLater(null, "later");
            case "retry-endless" -> new RetryLater(Duration.ofSeconds(Long.MAX_VALUE), "later");
            case "retry-negative" -> new RetryLater(Duration.ofSeconds(Long.MIN_VALUE), "later");
            case "retry-undecided" -> new Undecided();
            case "memory" -> new OutOfMemoryError("said, not meant");
            case "death" -> new ThreadDeath();
            case "huge" -> new IllegalStateException("x".repeat(300_000));
            case "half" -> new IllegalStateException("half \uD83C a character and \0");
            case "sneaky" -> new ReflectiveOperationException("never declared");
            default -> new AssertionError(kind);
        };
    }

    private static Throwable circle() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        return second;
    }

    @SuppressWarnings("unchecked")
    static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
