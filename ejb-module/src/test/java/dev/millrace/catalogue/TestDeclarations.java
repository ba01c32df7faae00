package dev.millrace.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditedAction;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.DeclareQueues;
import dev.millrace.task.Queue;
import dev.millrace.task.QueueModes;
import dev.millrace.task.QueueSettings;
import dev.millrace.task.Queues;
import dev.millrace.task.TransactionalDeclarations;

/** Declares queues for the workers of a test. */
public final class TestDeclarations {
    private TestDeclarations() {}

    /** @param max most queues at a time */
    public static DeclareNamedQueues in(TestDatabase database, Clock clock, int max) {
        return in(database, new TransactionalDeclarations(database), clock, max);
    }

    /** @param declarations the place of the declarations */
    public static DeclareNamedQueues in(TestDatabase database, DeclareQueues declarations, Clock clock, int max) {
        Queues queues = new Queues() {
            @Override
            public List<Queue> all() {
                return database.inTransaction(em -> new Queues(em).all());
            }
        };
        AuditLog audit = new AuditLog() {
            @Override
            public void recordAnonymous(String address, AuditedAction action) {
                database.inTransaction(em -> {
                    new AuditLog(em, clock).recordAnonymous(address, action);
                    return null;
                });
            }
        };
        return new DeclareNamedQueues(
                declarations,
                new QueueModes(queues, clock),
                audit,
                new QueueSettings(max, Duration.ofDays(1), Duration.ofSeconds(1)),
                clock);
    }
}
