package dev.millrace.submission;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.task.QueueMode;
import dev.millrace.task.QueueModes;
import dev.millrace.task.Task;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

class NoticesTest {
    private int workers = 1;
    private QueueMode mode = QueueMode.OPEN;
    private final Notices notices = new Notices(
            new LiveWorkers() {
                @Override
                public int offering(String type) {
                    return workers;
                }
            },
            new QueueModes() {
                @Override
                public QueueMode of(String queue) {
                    return mode;
                }
            });

    @Test
    void a_task_whose_turn_just_has_not_come_yet_needs_no_notice() {
        assertThat(notices.of(aTask().waiting())).isNull();
    }

    @Test
    void a_task_that_no_worker_can_run_says_so() {
        workers = 0;

        assertThat(notices.of(aTask().waiting())).contains("No worker");
        assertThat(notices.of(aTask().running())).isNull();
    }

    @Test
    void a_task_of_a_paused_queue_says_so() {
        mode = QueueMode.PAUSED;

        assertThat(notices.of(aTask().in("deep").waiting())).contains("'deep' is paused");
    }

    @Test
    void a_task_that_waits_for_others_says_so_whatever_else_there_is() {
        workers = 0;
        Task blocked =
                new Task(UUID.randomUUID(), UUID.randomUUID(), aTask().plan().in(UUID.randomUUID()), 0, NOW);

        assertThat(notices.of(blocked)).contains("workflow");
    }

    @Test
    void a_task_that_a_limit_keeps_says_which() {
        assertThat(notices.of(kept("type:reverse_string"))).contains("'reverse_string' run");
        assertThat(notices.of(kept("rate:reverse_string"))).contains("'reverse_string' were started");
        assertThat(notices.of(kept("user:" + UUID.randomUUID()))).contains("your tasks");
    }

    private static Task kept(String limit) {
        Task task = aTask().waiting();
        task.standAside(limit);
        return task;
    }
}
