package dev.millrace.worker.execution;

/** Whether the worker takes tasks. Closed is for good. */
final class WorkerMode {
    private volatile boolean quiet;
    private volatile boolean closed;

    boolean isOpen() {
        return !quiet && !closed;
    }

    boolean isQuiet() {
        return quiet;
    }

    boolean isClosed() {
        return closed;
    }

    void setQuiet(boolean wanted) {
        quiet = wanted;
    }

    void close() {
        closed = true;
    }
}
