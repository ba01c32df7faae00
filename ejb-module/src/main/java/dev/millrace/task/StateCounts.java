package dev.millrace.task;

import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The number of all users' tasks in each state. It counts for at most a twentieth of the time, for any number of
 * callers. One count of millions takes seconds, and an answer may then be twenty times as old.
 */
@ApplicationScoped
public class StateCounts {
    private static final int IDLE_FACTOR = 19;

    private Supplier<Map<TaskState, Long>> count;
    private LongSupplier nanoTime;
    private Map<TaskState, Long> latest;
    private long nextCount;

    /** For the container. */
    protected StateCounts() {}

    @Inject
    public StateCounts(Tasks tasks) {
        this(tasks::countByState, System::nanoTime);
    }

    StateCounts(Supplier<Map<TaskState, Long>> count, LongSupplier nanoTime) {
        this.count = count;
        this.nanoTime = nanoTime;
    }

    /** @return the counts; a state without tasks is left out */
    public synchronized Map<TaskState, Long> latest() {
        long begin = nanoTime.getAsLong();
        if (latest == null || begin - nextCount >= 0) {
            latest = count.get();
            long end = nanoTime.getAsLong();
            nextCount = end + IDLE_FACTOR * (end - begin);
        }
        return latest;
    }
}
