package dev.millrace.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.millrace.platform.persistence.TestDatabase;

/** Submits to a test's database, each call in a transaction of its own; records how many requests each had. */
final class TransactionalSubmissions extends InsertTasks {
    private final TestDatabase database;
    private final TaskSubmissions submissions = new TaskSubmissions();
    private final List<Integer> requests = Collections.synchronizedList(new ArrayList<>());

    TransactionalSubmissions(TestDatabase database) {
        this.database = database;
    }

    /** The number of requests in each started transaction. */
    List<Integer> requests() {
        return List.copyOf(requests);
    }

    TaskFactory taskFactory() {
        return new TaskFactory() {
            @Override
            public Map<Task, TaskPlan> create(UUID owner, List<TaskPlan> plans, Instant now) {
                return database.inTransaction(em -> submissions.taskFactory(em).create(owner, plans, now));
            }
        };
    }

    @Override
    public void insertAll(List<Map<Task, TaskPlan>> made) {
        requests.add(made.size());
        database.inTransaction(em -> {
            submissions.in(em).insertAll(made);
            return null;
        });
    }
}
