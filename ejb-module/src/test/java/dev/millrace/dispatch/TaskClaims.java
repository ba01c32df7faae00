package dev.millrace.dispatch;

import java.time.Instant;
import java.util.List;

import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.persistence.TestDatabase;

/** Claims tasks of a test's database as the dispatcher does. */
public final class TaskClaims {
    private final TestDatabase database;

    public TaskClaims(TestDatabase database) {
        this.database = database;
    }

    public List<TaskDispatch> due(String queue, int count, Instant now) {
        database.inTransaction(em -> new ClaimTasks(em).ripen(queue, now));
        return database.inTransaction(em -> new ClaimTasks(em).claimDue(queue, count, now))
                .dispatches();
    }

    public void workerDied(Claim claim, Instant now) {
        database.inTransaction(em -> new ReviveTasks(em).workerDied(List.of(claim), "w-1", now));
    }
}
