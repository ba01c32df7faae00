package dev.millrace.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.task.QueueMode;
import dev.millrace.task.QueueModes;
import dev.millrace.task.Task;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

class TaskNoticesTest {
    private List<WorkerHeartbeat> workers = List.of(worker("w-1", "default", "reverse_string", false));
    private QueueMode mode = QueueMode.OPEN;
    private boolean declared = true;
    private final TaskNotices notices = new TaskNotices(
            new LiveWorkers() {
                @Override
                public List<WorkerHeartbeat> latest() {
                    return workers;
                }
            },
            new QueueModes() {
                @Override
                public QueueMode of(String queue) {
                    return mode;
                }

                @Override
                public boolean isDeclared(String queue) {
                    return declared;
                }
            });

    @Test
    void a_task_that_only_waits_for_its_turn_has_no_notice() {
        assertThat(notices.noticeFor(aTask().waiting())).isNull();
    }

    @Test
    void a_notice_reports_a_type_that_no_worker_offers() {
        workers = List.of(worker("w-1", "default", "other", false));

        assertThat(notices.noticeFor(aTask().waiting())).contains("No live worker offers this task type");
        assertThat(notices.noticeFor(aTask().running())).isNull();
    }

    @Test
    void a_worker_that_accepts_no_tasks_offers_no_types() {
        workers = List.of(worker("w-1", "default", "reverse_string", true));

        assertThat(notices.noticeFor(aTask().waiting())).contains("No live worker offers");
    }

    @Test
    void a_notice_reports_a_queue_without_workers_although_the_type_is_offered() {
        assertThat(notices.noticeFor(aTask().in("unread").waiting()))
                .contains("No live worker reads the queue 'unread'");
    }

    @Test
    void a_notice_reports_a_queue_whose_workers_do_not_offer_the_type() {
        workers = List.of(worker("w-1", "default", "reverse_string", false), worker("w-2", "heavy", "render", false));

        assertThat(notices.noticeFor(aTask().in("heavy").waiting()))
                .contains("No live worker that reads the queue 'heavy' offers this task type");
    }

    @Test
    void a_notice_names_the_workers_that_released_the_task() {
        Task task = aTask().waiting();
        for (String worker : List.of("w-7", "w-8", "w-7")) {
            task.dispatch(NOW);
            task.releaseUnsuited(worker, NOW);
        }

        assertThat(notices.noticeFor(task)).contains("Released by workers that cannot run it: w-8, w-7.");

        workers = List.of();
        assertThat(notices.noticeFor(task)).contains("w-8, w-7", "No live worker offers");
    }

    @Test
    void a_started_task_no_longer_names_workers_that_released_it() {
        Task task = aTask().waiting();
        task.dispatch(NOW);
        task.releaseUnsuited("w-7", NOW);
        task.dispatch(NOW);
        task.start("w-1", NOW);
        task.failAttempt(new AttemptError("Broken", "broken", null), true, Duration.ZERO, "w-1", NOW);

        assertThat(notices.noticeFor(task)).isNull();
    }

    @Test
    void a_notice_reports_a_paused_queue() {
        mode = QueueMode.PAUSED;

        assertThat(notices.noticeFor(aTask().in("deep").waiting())).contains("'deep' is paused");
    }

    @Test
    void waiting_for_other_tasks_is_the_first_notice_of_all() {
        workers = List.of();
        Task blocked =
                new Task(UUID.randomUUID(), UUID.randomUUID(), aTask().plan().in(UUID.randomUUID()), 0, NOW);

        assertThat(notices.noticeFor(blocked)).contains("workflow");
    }

    @Test
    void a_notice_names_the_limit_of_a_parked_task() {
        assertThat(notices.noticeFor(parked("type:reverse_string")))
                .contains("concurrency limit of the type 'reverse_string'");
        assertThat(notices.noticeFor(parked("rate:reverse_string")))
                .contains("rate limit of the type 'reverse_string'");
        assertThat(notices.noticeFor(parked("user:" + UUID.randomUUID()))).contains("your limit of running tasks");
    }

    @Test
    void a_notice_names_a_queue_that_could_not_be_declared() {
        declared = false;

        assertThat(notices.noticeForType("reverse_string", "crowded")).contains("'crowded' could not be declared");
    }

    private static Task parked(String limit) {
        Task task = aTask().waiting();
        task.park(limit);
        return task;
    }

    private static WorkerHeartbeat worker(String id, String queue, String type, boolean quiet) {
        return new WorkerHeartbeat(
                id, "host", 1, "1.0", List.of(queue), List.of(type), 2, NOW, NOW, false, List.of(), quiet, null);
    }
}
