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

import dev.millrace.task.LossReason;
import dev.millrace.task.Task;

/**
 * Records lifecycle events of tasks within a transaction and notifies the listeners after its commit; a rollback discards
 * them. All events of a transaction share one synchronization (docs/decisions/0049).
 */
@ApplicationScoped
public class TaskLifecycle {
    private static final Object KEY = TaskLifecycle.class;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    private List<TaskLifecycleListener> listeners = List.of();
    private Consumer<TaskLifecycleEvent> recorder = event -> {};

    /** For the container; there are no listeners before it injects them. */
    public TaskLifecycle() {}

    /** Notifies this listener at once, without waiting for a commit. */
    public TaskLifecycle(TaskLifecycleListener listener) {
        recorder = listener::onEvent;
    }

    @Inject
    void publishAfterCommit(@Any Instance<TaskLifecycleListener> all) {
        listeners = all.stream().toList();
        recorder = this::record;
    }

    /** Records new tasks. */
    public void submitted(Collection<Task> tasks) {
        tasks.forEach(task -> recorder.accept(new TaskLifecycleEvent.Submitted(task.queue(), task.type())));
    }

    /** Records that a task's handler has started. */
    public void attemptStarted(Task task) {
        recorder.accept(new TaskLifecycleEvent.AttemptStarted(
                task.queue(), task.type(), durationBetween(task.readyAt(), task.startedAt())));
    }

    /** Records that a task's handler has returned. */
    public void attemptFinished(Task task, Duration runTime) {
        recorder.accept(new TaskLifecycleEvent.AttemptFinished(task.queue(), task.type(), runTime));
    }

    /** Records a claim that ended without an outcome. */
    public void claimLost(Task task, LossReason reason) {
        recorder.accept(new TaskLifecycleEvent.ClaimLost(task.queue(), task.type(), reason));
    }

    /** Records a rejected report; reasons as in {@link TaskLifecycleEvent.ReportRejected}. */
    public void rejected(Task task, String reason) {
        recorder.accept(new TaskLifecycleEvent.ReportRejected(task.queue(), task.type(), reason));
    }

    /** Records that a task gets another attempt. */
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

    /** Clocks of two machines may differ, and tasks of an older version have no ready time. */
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

    /** Events recorded in one transaction. */
    private final class PendingEvents implements Synchronization {
        private final List<TaskLifecycleEvent> events = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            // There is no work before the transaction's outcome.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                events.forEach(TaskLifecycle.this::publish);
            }
        }
    }
}
