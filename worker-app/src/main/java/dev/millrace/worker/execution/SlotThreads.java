package dev.millrace.worker.execution;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;

/** Threads for handlers. Each has a thread group of its own, which its handler's threads inherit. */
final class SlotThreads implements ThreadFactory {
    private final Queue<SlotGroup> unused = new ConcurrentLinkedQueue<>();

    private static final class SlotGroup extends ThreadGroup {
        SlotGroup() {
            super("millrace-slot");
        }
    }

    /** @return whether a thread is this slot's, or code in this slot has started it */
    static boolean isOfSlot(Thread thread, Thread slot) {
        ThreadGroup group = slot.getThreadGroup();
        return thread == slot
                || group instanceof SlotGroup
                        && thread.getThreadGroup() != null
                        && group.parentOf(thread.getThreadGroup());
    }

    @Override
    public Thread newThread(Runnable task) {
        SlotGroup free = unused.poll();
        SlotGroup group = free == null ? new SlotGroup() : free;
        Runnable inGroup = () -> {
            try {
                task.run();
            } finally {
                unused.add(group);
            }
        };
        Thread thread = new Thread(group, inGroup, "millrace-slot");
        thread.setDaemon(true);
        return thread;
    }
}
