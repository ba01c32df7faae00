package dev.millrace.task;

import java.time.Clock;
import java.time.ZoneOffset;

import jakarta.persistence.EntityManager;

import dev.millrace.limit.BacklogLimit;
import dev.millrace.limit.LimitSettings;
import dev.millrace.limit.StoredLimits;
import dev.millrace.limit.UserLimits;

/** The container's submission of tasks, for a transaction of a test. */
public final class TaskSubmissions {
    private static final Clock CLOCK = Clock.fixed(TaskBuilder.NOW, ZoneOffset.UTC);

    private final FairQueue fairQueue;
    private LimitSettings limits = new LimitSettings(0, 1_000_000);

    public TaskSubmissions() {
        this(new FairQueue());
    }

    public TaskSubmissions(FairQueue fairQueue) {
        this.fairQueue = fairQueue;
    }

    /** No user may have more waiting tasks. */
    public TaskSubmissions withWaitingAtMost(int number) {
        limits = new LimitSettings(0, number);
        return this;
    }

    public InsertTasks in(EntityManager em) {
        return new InsertTasks(em, taskFactory(em));
    }

    TaskFactory taskFactory(EntityManager em) {
        StoredLimits read = new StoredLimits(em);
        BacklogLimit backlog = new BacklogLimit(read, new UserLimits(read, limits, CLOCK), CLOCK);
        return new TaskFactory(fairQueue, queues(em), new AdmissionControl(new QueueModes(queues(em), CLOCK), backlog));
    }

    public Queues queues(EntityManager em) {
        return new Queues(em);
    }
}
