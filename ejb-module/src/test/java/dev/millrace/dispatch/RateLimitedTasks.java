package dev.millrace.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import dev.millrace.contract.TaskDispatch;
import dev.millrace.limit.RatePermits;
import dev.millrace.limit.TypeLimit;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.Task;
import dev.millrace.task.TaskRecords;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;

/** Tasks of one type with a rate, in two queues; their lifecycle, and the time of each start by its handler. */
final class RateLimitedTasks {
    private final TestDatabase database;
    private final TaskRecords records;
    private final String type = "rated-" + UUID.randomUUID();
    private final List<String> queues;
    private final TaskClaims claims;
    private final List<Instant> starts = new ArrayList<>();
    private Instant now = NOW;

    RateLimitedTasks(TestDatabase database, int rate, Duration per) {
        this.database = database;
        this.records = new TaskRecords(database);
        this.queues = List.of(records.aQueue(), records.aQueue());
        this.claims = new TaskClaims(database)
                .limiting(type, new TypeLimit(null, rate, per))
                .atDatabaseTime(() -> now);
    }

    void submit(int count) {
        submit(queues.get(0), count);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    List<TaskDispatch> claim(int count) {
        return claims.due(queues.get(0), count, now);
    }

    void start(TaskDispatch dispatch) {
        begin();
        report(dispatch);
    }

    void lose(TaskDispatch dispatch) {
        claims.workerDied(dispatch.claim(), now);
    }

    void takeBack(List<TaskDispatch> dispatches) {
        database.inTransaction(em -> TaskClaims.endClaims(em)
                .recall(dispatches.stream().map(TaskDispatch::claim).toList(), now));
    }

    /** In order. */
    List<Instant> starts() {
        return starts.stream().sorted().toList();
    }

    /** Runs events one after the other and with time between; the two queues' leaders have clocks that differ. */
    void live(Random random, int steps) {
        List<TaskDispatch> queued = new ArrayList<>();
        List<TaskDispatch> unreported = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            pass(Duration.ofMillis(random.nextInt(1_500)));
            String queue = queues.get(random.nextInt(2));
            switch (random.nextInt(8)) {
                case 0 -> submit(queue, random.nextInt(6));
                case 1, 2, 3 -> queued.addAll(claims.due(queue, 10, now.plusSeconds(random.nextInt(60) - 30)));
                case 4, 5 -> beginAll(random, queued, unreported);
                case 6 -> takeAll(unreported).forEach(this::report);
                default -> takeAll(random.nextBoolean() ? unreported : queued).forEach(this::lose);
            }
        }
    }

    private void beginAll(Random random, List<TaskDispatch> queued, List<TaskDispatch> unreported) {
        for (TaskDispatch dispatch : takeAll(queued)) {
            pass(Duration.ofMillis(random.nextInt(50)));
            begin();
            unreported.add(dispatch);
        }
    }

    private static List<TaskDispatch> takeAll(List<TaskDispatch> from) {
        List<TaskDispatch> taken = List.copyOf(from);
        from.clear();
        return taken;
    }

    private void submit(String queue, int count) {
        records.submitted(queue, UUID.randomUUID(), aTask().ofType(type), count);
    }

    private void begin() {
        starts.add(now);
    }

    private void report(TaskDispatch dispatch) {
        database.inTransaction(em -> {
            Task task = LockedTasks.loadById(em, List.of(dispatch.claim().taskId()))
                    .get(dispatch.claim().taskId());
            task.start("w-1", now);
            new RatePermits(em, now::toEpochMilli).spend(List.of(task.id()));
            return null;
        });
    }
}
