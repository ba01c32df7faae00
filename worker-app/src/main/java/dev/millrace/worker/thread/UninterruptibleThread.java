package dev.millrace.worker.thread;

/**
 * A thread of the worker's own, which nobody can interrupt. Handlers share its process and may interrupt every thread there;
 * the worker itself ends such a thread by a flag that its task looks at. Does not keep the process alive.
 */
public final class UninterruptibleThread extends Thread {
    /** @param name what the thread does */
    public UninterruptibleThread(String name, Runnable task) {
        super(task, "millrace-" + name);
        setDaemon(true);
    }

    /** Does nothing. */
    @Override
    public void interrupt() {
        // A handler's doing: the worker never asks for it.
    }
}
