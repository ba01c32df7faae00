package dev.millrace.worker.execution;

import java.util.concurrent.ThreadFactory;

/** Daemon threads, named after their work: they do not delay the exit of the process. */
record DaemonThreads(String name) implements ThreadFactory {
    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "millrace-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
