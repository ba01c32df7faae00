package dev.millrace.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.Claim;
import dev.millrace.platform.persistence.TestDatabase;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The tasks that a user finds, and that these are only their own; on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TasksContract {
    private final TestDatabase database;
    private final TaskRecords records;
    private String queue;
    private UUID owner;

    TasksContract(TestDatabase database) {
        this.database = database;
        this.records = new TaskRecords(database);
    }

    @BeforeEach
    void aNewUser() {
        queue = records.aQueue();
        owner = UUID.randomUUID();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void the_newest_is_first_and_one_beyond_the_limit_shows_that_more_follow() {
        List<UUID> tasks = List.of(submitted(aTask()), submitted(aTask()), submitted(aTask()));

        assertThat(found(aFilter().limitedTo(2))).containsExactly(tasks.get(2), tasks.get(1), tasks.get(0));
        assertThat(found(aFilter().limitedTo(1))).containsExactly(tasks.get(2), tasks.get(1));
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        List<UUID> tasks = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            tasks.add(0, submitted(aTask()));
        }

        List<UUID> seen = new ArrayList<>();
        UUID last = null;
        List<UUID> page = found(aFilter().limitedTo(3).before(last));
        while (!page.isEmpty()) {
            List<UUID> shown = page.subList(0, Math.min(3, page.size()));
            seen.addAll(shown);
            last = shown.get(shown.size() - 1);
            submitted(aTask());
            page = found(aFilter().limitedTo(3).before(last));
        }

        assertThat(seen).isEqualTo(tasks);
    }

    @Test
    void another_user_s_task_is_not_found() {
        UUID task = submitted(aTask());
        UUID otherUser = UUID.randomUUID();

        assertThat(found(otherUser, aFilter())).isEmpty();
        assertThatThrownBy(() -> detail(otherUser, task))
                .isInstanceOf(TaskNotFound.class)
                .hasMessage(new TaskNotFound(task).getMessage());
        assertThat(detail(owner, task).task().id()).isEqualTo(task);
    }

    @Test
    void a_task_that_does_not_exist_is_not_found() {
        assertThatThrownBy(() -> detail(owner, UUID.randomUUID())).isInstanceOf(TaskNotFound.class);
    }

    @Test
    void states_narrow_the_list() {
        UUID waiting = submitted(aTask());
        UUID running = submitted(aTask());
        UUID succeeded = submitted(aTask());
        become(running, task -> {});
        become(succeeded, task -> task.succeed("{}", "w-1", NOW));

        assertThat(found(aFilter().in(TaskState.RUNNING, TaskState.SUCCEEDED))).containsExactly(succeeded, running);
        assertThat(found(aFilter().in(TaskState.WAITING))).containsExactly(waiting);
        assertThat(found(aFilter().in(TaskState.FAILED))).isEmpty();
    }

    @Test
    void the_type_is_met_exactly() {
        UUID task = submitted(aTask());

        assertThat(found(aFilter().ofType("reverse_string"))).containsExactly(task);
        assertThat(found(aFilter().ofType("reverse"))).isEmpty();
    }

    @Test
    void times_are_from_and_before() {
        UUID task = submitted(aTask());

        assertThat(found(aFilter().submitted(NOW, NOW.plusMillis(1)))).containsExactly(task);
        assertThat(found(aFilter().submitted(null, NOW))).isEmpty();
        assertThat(found(aFilter().submitted(NOW.plusMillis(1), null))).isEmpty();
    }

    @Test
    void text_is_found_in_parameters_type_and_error_in_any_case() {
        UUID spoken = submitted(aTask().withParameters("{\"text\":\"Grüße aus der Mühle\"}"));
        UUID failed = submitted(aTask().withParameters("{}").withAttempts(1));
        become(
                failed,
                task -> task.failAttempt(new AttemptError("Broken", "The wheel broke", null), true, null, "w-1", NOW));

        assertThat(found(aFilter().containing("GRÜSSE")))
                .as("ß has no lower case twin")
                .isEmpty();
        assertThat(found(aFilter().containing("MÜHLE"))).containsExactly(spoken);
        assertThat(found(aFilter().containing("wheel BROKE"))).containsExactly(failed);
        assertThat(found(aFilter().containing("Reverse"))).containsExactly(failed, spoken);
        assertThat(found(aFilter().containing("sail"))).isEmpty();
    }

    @Test
    void the_wildcards_of_sql_are_letters_like_any_other() {
        UUID percent = submitted(aTask().withParameters("{\"text\":\"50% more\"}"));
        UUID underscore = submitted(aTask().withParameters("{\"text\":\"a_b\"}"));
        UUID bang = submitted(aTask().withParameters("{\"text\":\"hey! you\"}"));
        UUID plain = submitted(aTask().withParameters("{\"text\":\"50 more axb hey you\"}"));
        UUID backslash = submitted(aTask().withParameters("{\"text\":\"a\\\\b\"}"));

        assertThat(found(aFilter().containing("50%"))).containsExactly(percent);
        assertThat(found(aFilter().containing("a_b"))).containsExactly(underscore);
        assertThat(found(aFilter().containing("y!"))).containsExactly(bang);
        assertThat(found(aFilter().containing("\\"))).containsExactly(backslash);
        assertThat(found(aFilter().containing("axb"))).containsExactly(plain);
    }

    @Test
    void all_conditions_hold_together() {
        UUID task = submitted(aTask().withParameters("{\"text\":\"mill\"}"));
        submitted(aTask().withParameters("{\"text\":\"wheel\"}"));
        UUID running = submitted(aTask().withParameters("{\"text\":\"mill\"}"));
        become(running, any -> {});

        assertThat(found(
                        aFilter().in(TaskState.WAITING).ofType("reverse_string").containing("mill")))
                .containsExactly(task);
    }

    @Test
    void tasks_are_counted_by_state() {
        long before = counted(TaskState.WAITING);
        submitted(aTask());
        submitted(aTask());

        assertThat(counted(TaskState.WAITING)).isEqualTo(before + 2);
    }

    private long counted(TaskState state) {
        return database.inTransaction(em -> new Tasks(em).countByState()).getOrDefault(state, 0L);
    }

    private UUID submitted(TaskBuilder task) {
        return records.submitted(queue, owner, task);
    }

    private void become(UUID id, Consumer<Task> end) {
        records.change(new Claim(id, 1), task -> {
            task.dispatch(NOW);
            task.start("w-1", NOW);
            end.accept(task);
        });
    }

    private Tasks.TaskDetail detail(UUID user, UUID task) {
        return database.inTransaction(em -> new Tasks(em).findDetail(user, task));
    }

    private List<UUID> found(FilterBuilder filter) {
        return found(owner, filter);
    }

    private List<UUID> found(UUID user, FilterBuilder filter) {
        return database.inTransaction(em -> new Tasks(em)
                .findMatching(user, filter.filter(), filter.before, filter.limit).stream()
                        .map(Task::id)
                        .toList());
    }

    private static FilterBuilder aFilter() {
        return new FilterBuilder();
    }

    private static final class FilterBuilder {
        private Set<TaskState> states = Set.of();
        private String type;
        private String text;
        private Instant from;
        private Instant to;
        private UUID before;
        private int limit = 50;

        FilterBuilder in(TaskState... selected) {
            states = Set.of(selected);
            return this;
        }

        FilterBuilder ofType(String name) {
            type = name;
            return this;
        }

        FilterBuilder containing(String part) {
            text = part;
            return this;
        }

        FilterBuilder submitted(Instant first, Instant end) {
            from = first;
            to = end;
            return this;
        }

        FilterBuilder before(UUID task) {
            before = task;
            return this;
        }

        FilterBuilder limitedTo(int number) {
            limit = number;
            return this;
        }

        TaskFilter filter() {
            return new TaskFilter(states, type, null, null, null, text, from, to);
        }
    }
}
