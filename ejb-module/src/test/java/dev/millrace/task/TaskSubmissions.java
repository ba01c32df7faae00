package dev.millrace.task;

import jakarta.persistence.EntityManager;

/** What submits tasks in the container, for a transaction of a test. */
public final class TaskSubmissions {
    private final FairOrder fairOrder = new FairOrder();

    public SubmitTasks in(EntityManager em) {
        return new SubmitTasks(em, fairOrder, queues(em));
    }

    public Queues queues(EntityManager em) {
        return new Queues(em);
    }
}
