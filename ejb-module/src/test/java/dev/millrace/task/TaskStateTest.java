package dev.millrace.task;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.millrace.contract.AttemptError;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static dev.millrace.task.TaskState.CANCELLED;
import static dev.millrace.task.TaskState.FAILED;
import static dev.millrace.task.TaskState.QUEUED;
import static dev.millrace.task.TaskState.RUNNING;
import static dev.millrace.task.TaskState.SUCCEEDED;
import static dev.millrace.task.TaskState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TaskStateTest {
    /** The picture in the documentation, as data: from → allowed to. */
    private static final Map<TaskState, Set<TaskState>> ALLOWED = Map.of(
            WAITING, Set.of(QUEUED, FAILED, CANCELLED),
            QUEUED, Set.of(RUNNING, WAITING, SUCCEEDED, FAILED, CANCELLED),
            RUNNING, Set.of(WAITING, SUCCEEDED, FAILED, CANCELLED),
            SUCCEEDED, Set.of(),
            FAILED, Set.of(WAITING),
            CANCELLED, Set.of(WAITING));

    private static final AttemptError ERROR = new AttemptError("Broken", "broken", null);

    /** The possible transitions of a task, each with the state to which it leads. */
    private static final Map<TaskState, Consumer<Task>> TRANSITIONS = new EnumMap<>(Map.of(
            WAITING, task -> task.release(NOW),
            QUEUED, task -> task.dispatch(NOW),
            RUNNING, task -> task.start("w-1", NOW),
            SUCCEEDED, task -> task.succeed("{}", "w-1", NOW),
            FAILED, task -> task.failAttempt(ERROR, false, null, "w-1", NOW),
            CANCELLED, task -> task.cancel("w-1", NOW)));

    static Stream<Arguments> everyMove() {
        return Stream.of(TaskState.values())
                .flatMap(from -> Stream.of(TaskState.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("everyMove")
    void a_task_changes_state_only_along_the_table(TaskState from, TaskState to) {
        Task task = taskIn(from);
        long revision = task.revision();

        if (ALLOWED.get(from).contains(to)) {
            TRANSITIONS.get(to).accept(task);

            assertThat(task.state()).isEqualTo(to);
            assertThat(task.revision()).isGreaterThan(revision);
        } else {
            assertThatThrownBy(() -> TRANSITIONS.get(to).accept(task))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(from + " and cannot become " + to);
            assertThat(task.state()).isEqualTo(from);
        }
        assertThat(from.mayBecome(to)).isEqualTo(ALLOWED.get(from).contains(to));
    }

    @Test
    void a_finished_task_changes_state_only_by_a_retry() {
        assertThat(Stream.of(TaskState.values()).filter(TaskState::isFinished))
                .containsExactly(SUCCEEDED, FAILED, CANCELLED)
                .allSatisfy(state -> assertThat(ALLOWED.get(state)).isSubsetOf(WAITING));
    }

    @Test
    void a_task_is_in_flight_while_a_worker_may_report_on_it() {
        assertThat(Stream.of(TaskState.values()).filter(TaskState::isInFlight)).containsExactly(QUEUED, RUNNING);
    }

    @Test
    void a_failed_attempt_is_followed_by_another_until_none_is_left() {
        Task task = aTask().withAttempts(2).running();

        task.failAttempt(ERROR, true, Duration.ofSeconds(30), "w-1", NOW);
        assertThat(task.state()).isEqualTo(WAITING);
        assertThat(task.attempt()).isEqualTo(2);
        assertThat(task.runAt()).as("the wait the handler asked for").isEqualTo(NOW.plusSeconds(30));

        task.enqueue();
        task.dispatch(NOW);
        task.failAttempt(ERROR, true, Duration.ofSeconds(30), "w-1", NOW);
        assertThat(task.state()).isEqualTo(FAILED);
        assertThat(task.attempt()).isEqualTo(2);
        assertThat(task.finishedAt()).isEqualTo(NOW);
    }

    @Test
    void the_wait_between_attempts_grows_up_to_its_bound() {
        for (int attempts = 1; attempts <= 70; attempts++) {
            Task task = aTask().withAttempts(100).running();
            for (int failed = 1; failed < attempts; failed++) {
                task.failAttempt(ERROR, true, Duration.ZERO, "w-1", NOW);
                task.dispatch(NOW);
            }

            task.failAttempt(ERROR, true, null, "w-1", NOW);

            long longest = Math.min(60_000, 1_000L << Math.min(attempts - 1, 10));
            assertThat(task.runAt() == null ? NOW : task.runAt()).isBetween(NOW, NOW.plusMillis(longest));
        }
    }

    @Test
    void each_dispatch_has_a_claim_of_its_own() {
        Task task = aTask().waiting();

        task.dispatch(NOW);
        assertThat(task.claim()).isEqualTo(1);

        task.release(NOW);
        task.dispatch(NOW);
        assertThat(task.claim()).isEqualTo(2);
    }

    private static Task taskIn(TaskState state) {
        Task task = aTask().waiting();
        if (state != WAITING && state != CANCELLED) {
            task.dispatch(NOW);
        }
        if (state != WAITING && state != QUEUED) {
            TRANSITIONS.get(state).accept(task);
        }
        return task;
    }
}
