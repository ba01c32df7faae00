package dev.millrace.worker.execution;

/** Whether the worker takes tasks. Stopping is final. */
final class WorkerMode {
    private volatile boolean quiet;
    private volatile boolean stopping;

    boolean takesTasks() {
        return !quiet && !stopping;
    }

    boolean isQuiet() {
        return quiet;
    }

    boolean isStopping() {
        return stopping;
    }

    void setQuiet(boolean isQuiet) {
        quiet = isQuiet;
    }

    void stop() {
        stopping = true;
    }
}
