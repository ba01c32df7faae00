package dev.millrace.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.persistence.EntityManager;

import dev.millrace.catalogue.UnknownTaskType;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.platform.problem.Problem;
import dev.millrace.request.TaskRequest;
import dev.millrace.submission.CheckRequests;
import dev.millrace.task.InsertTasks;
import dev.millrace.task.Task;
import dev.millrace.task.TaskBuilder;
import dev.millrace.task.TaskPlan;
import dev.millrace.task.TaskSubmissions;

import static org.assertj.core.api.Assertions.assertThat;

/** One server's scheduler: the real step on a test's database, each call in a transaction of its own. */
final class SchedulingNode {
    static final ScheduleSettings SETTINGS =
            new ScheduleSettings(3, 5, Duration.ofMinutes(1), Duration.ofSeconds(1), 4);

    private static final int MAX_ROUNDS = 100;

    private final TestDatabase database;
    private final String queue;
    private final TaskSubmissions submissions = new TaskSubmissions();
    private final Set<String> unknownTypes = new HashSet<>();
    private final Set<String> brokenTypes = new HashSet<>();
    private final List<Task> published = new ArrayList<>();

    SchedulingNode(TestDatabase database, String queue) {
        this.database = database;
        this.queue = queue;
    }

    /** Repeats until no schedule is due any more. */
    void worksAt(Instant now) {
        RunDueSchedules step = new RunDueSchedules(new Transactions(), this::publish, clock(now));
        int rounds = 0;
        while (step.once() == StepResult.MORE) {
            assertThat(++rounds).as("rounds until nothing is due").isLessThan(MAX_ROUNDS);
        }
    }

    /** Starts the due runs, and dies before the commit. */
    void diesAt(Instant now, UUID schedule) {
        inTransaction(schedules -> {
            schedules.run(schedule, now);
            throw new NodeDied();
        });
    }

    Task runsNow(UUID owner, UUID schedule, Instant now) {
        return inTransaction(schedules -> schedules.runNow(owner, schedule, now))
                .task();
    }

    void removesType(String type) {
        unknownTypes.add(type);
    }

    void breaksOn(String type) {
        brokenTypes.add(type);
    }

    void worksAgain() {
        unknownTypes.clear();
        brokenTypes.clear();
    }

    /** @return the tasks of which owners and dispatchers were notified */
    List<Task> published() {
        return published;
    }

    private void publish(List<InsertTasks.SubmittedTask> submitted) {
        submitted.forEach(each -> published.add(each.task()));
    }

    private <T> T inTransaction(Function<RunSchedule, T> work) {
        return database.inTransaction(em -> work.apply(runSchedule(em)));
    }

    private RunSchedule runSchedule(EntityManager em) {
        return new RunSchedule(em, new Types(), submissions.in(em), SETTINGS);
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    static final class NodeDied extends RuntimeException {}

    private final class Types extends CheckRequests {
        @Override
        public List<TaskPlan> checkAll(List<TaskRequest> requests) {
            return requests.stream().map(this::plan).toList();
        }

        private TaskPlan plan(TaskRequest request) {
            if (unknownTypes.contains(request.type())) {
                throw new UnknownTaskType("/type");
            }
            if (brokenTypes.contains(request.type())) {
                throw new IllegalStateException("broken");
            }
            return TaskBuilder.aTask()
                    .in(queue)
                    .withParameters(request.parameters().toString())
                    .plan();
        }
    }

    private final class Transactions extends RunSchedule {
        @Override
        public List<UUID> findDue(Instant now) {
            return inTransaction(schedules -> schedules.findDue(now));
        }

        @Override
        public List<InsertTasks.SubmittedTask> run(UUID id, Instant now) {
            return inTransaction(schedules -> schedules.run(id, now));
        }

        @Override
        public void recordRejection(UUID id, Problem problem, Instant now) {
            inTransaction(schedules -> {
                schedules.recordRejection(id, problem, now);
                return null;
            });
        }
    }
}
