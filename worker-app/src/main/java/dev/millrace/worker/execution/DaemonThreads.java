package dev.millrace.worker.execution;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the process alive, named after their work. */
record DaemonThreads(String name) implements ThreadFactory {
    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "millrace-" + name);
        thread.setDaemon(true);
        return thread;
    }
}
