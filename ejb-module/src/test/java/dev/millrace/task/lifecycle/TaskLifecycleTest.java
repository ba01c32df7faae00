package dev.millrace.task.lifecycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.millrace.task.Task;
import dev.millrace.task.TaskState;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

class TaskLifecycleTest {
    private final List<TaskLifecycleEvent> events = new ArrayList<>();
    private final TaskLifecycle lifecycle = new TaskLifecycle(events::add);
    private final Task task = new Task(UUID.randomUUID(), UUID.randomUUID(), aTask().plan(), 0, NOW);

    @Test
    void a_task_has_waited_since_it_was_submitted() {
        startsAfter(7);

        assertThat(events)
                .containsExactly(
                        new TaskLifecycleEvent.AttemptStarted("default", "reverse_string", Duration.ofSeconds(7)));
    }

    @Test
    void a_delayed_task_has_waited_since_its_time_came() {
        task.reschedule(NOW.plusSeconds(5), NOW);

        startsAfter(7);

        assertThat(events)
                .containsExactly(
                        new TaskLifecycleEvent.AttemptStarted("default", "reverse_string", Duration.ofSeconds(2)));
    }

    @Test
    void a_task_that_a_worker_gave_back_has_waited_all_the_time() {
        task.dispatch(NOW.plusSeconds(1));
        task.recall(NOW.plusSeconds(2));

        startsAfter(7);

        assertThat(events)
                .containsExactly(
                        new TaskLifecycleEvent.AttemptStarted("default", "reverse_string", Duration.ofSeconds(7)));
    }

    @Test
    void a_worker_whose_clock_is_behind_makes_no_negative_time() {
        startsAfter(-3);

        assertThat(events)
                .containsExactly(new TaskLifecycleEvent.AttemptStarted("default", "reverse_string", Duration.ZERO));
    }

    @Test
    void a_finished_task_is_reported_with_its_outcome() {
        task.cancel(null, NOW);

        lifecycle.onFinished(new TaskFinished(task));

        assertThat(events)
                .containsExactly(new TaskLifecycleEvent.Finished("default", "reverse_string", TaskState.CANCELLED));
    }

    private void startsAfter(long seconds) {
        task.dispatch(NOW);
        task.start("w-1", NOW.plusSeconds(seconds));
        lifecycle.attemptStarted(task);
    }
}
