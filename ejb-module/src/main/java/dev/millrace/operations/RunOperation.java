package dev.millrace.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.account.Accounts;
import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.dispatch.StopOrders;
import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.push.UserEventPublisher;
import dev.millrace.task.Task;

/**
 * Runs one operation on tasks. The same transaction records actions on tasks of other users; after its commit, owners,
 * workers and dispatchers hear of the changes.
 */
@ApplicationScoped
public class RunOperation {
    private AuditLog audit;
    private Accounts accounts;
    private UserEventPublisher events;
    private StopOrders orders;
    private WakeUpSender wakeUps;
    private Clock clock;

    /** For the container. */
    protected RunOperation() {}

    @Inject
    RunOperation(
            AuditLog audit,
            Accounts accounts,
            UserEventPublisher events,
            StopOrders orders,
            WakeUpSender wakeUps,
            Clock clock) {
        this.audit = audit;
        this.accounts = accounts;
        this.events = events;
        this.orders = orders;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    /** @param operation changes tasks at the given time */
    OperationResult run(Actor by, ActionKind action, Function<Instant, OperationResult> operation) {
        OperationResult result = audit.recordAround(
                by,
                () -> operation.apply(clock.instant()),
                done -> AuditForeignTasks.actionOnForeignTasks(by, action, done.changed(), accounts::usernames));
        publish(result);
        return result;
    }

    private void publish(OperationResult result) {
        events.appendAsync(result.events());
        result.withdrawn().forEach(orders::withdraw);
        result.changed().stream().map(Task::queue).distinct().forEach(wakeUps::workAvailable);
    }
}
