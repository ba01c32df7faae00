package dev.millrace.worker.thread;

/**
 * A thread of the worker's own, which cannot be interrupted. Handlers share its process and may interrupt every thread
 * there. The worker itself stops such a thread by a flag that its task checks. It is a daemon thread.
 */
public final class UninterruptibleThread extends Thread {
    /** @param name the thread's work */
    public UninterruptibleThread(String name, Runnable task) {
        super(task, "millrace-" + name);
        setDaemon(true);
    }

    /** Ignores the interrupt. */
    @Override
    public void interrupt() {
        // A handler sent it: the worker itself never interrupts this thread.
    }
}
