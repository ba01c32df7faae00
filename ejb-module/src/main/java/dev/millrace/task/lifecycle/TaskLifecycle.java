package dev.millrace.task.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import dev.millrace.task.Task;

/** Takes note of what happens to tasks and tells the listeners once it is committed; what is rolled back never was. */
@ApplicationScoped
public class TaskLifecycle {
    private static final Object KEY = TaskLifecycle.class;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    private List<TaskLifecycleListener> listeners = List.of();
    private Consumer<TaskLifecycleEvent> recorder = event -> {};

    /** For the container; nobody listens before it has injected the listeners. */
    public TaskLifecycle() {}

    /** Tells this one at once, without waiting for a commit. */
    public TaskLifecycle(TaskLifecycleListener listener) {
        recorder = listener::onEvent;
    }

    @Inject
    void publishAfterCommit(@Any Instance<TaskLifecycleListener> all) {
        listeners = all.stream().toList();
        recorder = this::record;
    }

    /** These are new. */
    public void submitted(Collection<Task> tasks) {
        tasks.forEach(task -> recorder.accept(new TaskLifecycleEvent.Submitted(task.queue(), task.type())));
    }

    /** Its handler has begun. */
    public void attemptStarted(Task task) {
        recorder.accept(new TaskLifecycleEvent.AttemptStarted(
                task.queue(), task.type(), durationBetween(task.readyAt(), task.startedAt())));
    }

    /** Its handler is through. */
    public void attemptFinished(Task task, Duration runTime) {
        recorder.accept(new TaskLifecycleEvent.AttemptFinished(task.queue(), task.type(), runTime));
    }

    /** A claim of it ended without an outcome; reasons as in {@link TaskLifecycleEvent.ClaimLost}. */
    public void claimLost(Task task, String reason) {
        recorder.accept(new TaskLifecycleEvent.ClaimLost(task.queue(), task.type(), reason));
    }

    /** A report on it did not count; reasons as in {@link TaskLifecycleEvent.ReportRejected}. */
    public void rejected(Task task, String reason) {
        recorder.accept(new TaskLifecycleEvent.ReportRejected(task.queue(), task.type(), reason));
    }

    /** It gets another attempt. */
    public void retried(Task task) {
        recorder.accept(new TaskLifecycleEvent.Retried(task.queue(), task.type()));
    }

    public void onFinished(@Observes TaskFinished finished) {
        Task task = finished.task();
        recorder.accept(new TaskLifecycleEvent.Finished(task.queue(), task.type(), task.state()));
    }

    public void onRetried(@Observes TaskRetried retried) {
        retried(retried.task());
    }

    /** Clocks of two machines may differ, and tasks of an older version do not know since when they could have run. */
    private static Duration durationBetween(Instant from, Instant to) {
        return from == null || to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    private void record(TaskLifecycleEvent event) {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            publish(event);
        } else {
            pendingEvents().events.add(event);
        }
    }

    private void publish(TaskLifecycleEvent event) {
        listeners.forEach(listener -> listener.onEvent(event));
    }

    private PendingEvents pendingEvents() {
        PendingEvents pending = (PendingEvents) transactions.getResource(KEY);
        if (pending == null) {
            pending = new PendingEvents();
            transactions.putResource(KEY, pending);
            transactions.registerInterposedSynchronization(pending);
        }
        return pending;
    }

    /** What was noted in one transaction. */
    private final class PendingEvents implements Synchronization {
        private final List<TaskLifecycleEvent> events = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            // Nothing is to be done before the outcome is known.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                events.forEach(TaskLifecycle.this::publish);
            }
        }
    }
}
