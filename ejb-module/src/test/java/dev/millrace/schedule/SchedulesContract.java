package dev.millrace.schedule;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import dev.millrace.platform.persistence.TestDatabase;
import dev.millrace.request.ParseJson;
import dev.millrace.task.Task;
import dev.millrace.task.TaskRecords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Recurring tasks in SQL, run by one node or two; the same on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchedulesContract {
    private static final Instant MADE = Instant.parse("2026-01-01T11:30:00Z");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant IN_THE_EVENING = NOON.plus(Duration.ofHours(3)).plusSeconds(90);

    private final TestDatabase database;
    private UUID owner;
    private String queue;
    private SchedulingNode node;

    SchedulesContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        database.inTransaction(em -> em.createQuery("delete from ScheduleRun").executeUpdate());
        database.inTransaction(em -> em.createQuery("delete from Schedule").executeUpdate());
        owner = UUID.randomUUID();
        queue = new TaskRecords(database).aQueue();
        node = new SchedulingNode(database, queue);
    }

    @AfterAll
    void close() throws IOException {
        database.close();
    }

    @Test
    void a_due_run_becomes_a_task_and_its_owner_gets_an_event() {
        UUID id = hourly("'parameters':{'text':'mill'}");

        node.worksAt(NOON.minusSeconds(1));
        node.worksAt(NOON.plusSeconds(1));
        node.worksAt(NOON.plusSeconds(2));

        assertThat(tasks()).singleElement().satisfies(task -> {
            assertThat(task.parameters()).isEqualTo("{\"text\":\"mill\"}");
            assertThat(task.id()).isEqualTo(schedule(id).lastTaskId());
        });
        assertThat(node.published()).extracting(Task::owner).containsExactly(owner);
        assertThat(schedule(id).nextRunAt()).isEqualTo(hours(1));
        assertThat(runs(id)).containsExactly("DUE 12:00");
    }

    @Test
    void two_nodes_start_each_run_once() {
        List<UUID> ids = IntStream.range(0, 30)
                .mapToObj(i -> hourlyOf(UUID.randomUUID(), "'overlap':'ALLOW','missed':'RUN_ALL'"))
                .toList();
        SchedulingNode other = new SchedulingNode(database, queue);
        CyclicBarrier together = new CyclicBarrier(2);

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> worksAt(IN_THE_EVENING, node, together)),
                        CompletableFuture.runAsync(() -> worksAt(IN_THE_EVENING, other, together)))
                .join();
        node.worksAt(IN_THE_EVENING);

        assertThat(ids).allSatisfy(id -> {
            assertThat(tasksOf(schedule(id).owner())).hasSize(4);
            assertThat(runs(id))
                    .containsExactly("CATCH_UP 12:00", "CATCH_UP 13:00", "CATCH_UP 14:00", "CATCH_UP 15:00");
        });
        assertThat(node.published().size() + other.published().size()).isEqualTo(30 * 4);
    }

    @Test
    void a_node_that_dies_while_it_starts_a_run_leaves_it_to_another() {
        UUID id = hourly("");

        assertThatThrownBy(() -> node.diesAt(NOON, id)).isInstanceOf(SchedulingNode.NodeDied.class);
        assertThat(tasks()).isEmpty();
        new SchedulingNode(database, queue).worksAt(NOON.plusSeconds(5));

        assertThat(tasks()).hasSize(1);
        assertThat(runs(id)).containsExactly("DUE 12:00");
    }

    @Test
    void a_skipping_schedule_waits_for_the_next_time_after_an_outage() {
        UUID id = hourly("'missed':'SKIP'");

        node.worksAt(IN_THE_EVENING);

        assertThat(tasks()).isEmpty();
        assertThat(runs(id)).containsExactly("SKIPPED 15:00 4 missed runs skipped");
        assertThat(schedule(id).nextRunAt()).isEqualTo(hours(4));
    }

    @Test
    void one_run_may_replace_all_missed_ones_after_an_outage() {
        UUID id = hourly("'missed':'RUN_ONCE'");

        node.worksAt(IN_THE_EVENING);

        assertThat(tasks()).hasSize(1);
        assertThat(runs(id)).containsExactly("SKIPPED 15:00 3 missed runs skipped", "CATCH_UP 15:00");
        assertThat(schedule(id).nextRunAt()).isEqualTo(hours(4));
    }

    @Test
    void after_an_outage_each_run_may_be_made_up_for_within_a_limit() {
        UUID id = hourly("'missed':'RUN_ALL','overlap':'ALLOW'");

        node.worksAt(hours(24).plusSeconds(30));

        assertThat(tasks()).hasSize(SchedulingNode.SETTINGS.maxMissedRuns() + 1);
        assertThat(schedule(id).nextRunAt()).isEqualTo(hours(25));
    }

    @Test
    void a_run_is_skipped_while_the_earlier_one_is_unfinished() {
        UUID id = hourly("'overlap':'SKIP'");

        node.worksAt(NOON);
        node.worksAt(hours(1));
        finish(schedule(id).lastTaskId());
        node.worksAt(hours(2));

        assertThat(tasks()).hasSize(2);
        assertThat(runs(id)).containsExactly("DUE 12:00", "SKIPPED 13:00 previous run has not finished", "DUE 14:00");
    }

    @Test
    void a_run_may_overlap_the_earlier_one_where_the_policy_allows_it() {
        hourly("'overlap':'ALLOW'");

        node.worksAt(NOON);
        node.worksAt(hours(1));

        assertThat(tasks()).hasSize(2);
    }

    @Test
    void one_run_waits_for_the_one_before_to_finish() {
        UUID id = hourly("'overlap':'QUEUE_ONE'");
        node.worksAt(NOON);
        node.worksAt(hours(1));
        node.worksAt(hours(2));
        node.worksAt(hours(2).plusSeconds(10));
        assertThat(tasks()).hasSize(1);

        finish(schedule(id).lastTaskId());
        node.worksAt(hours(2).plusSeconds(11));
        node.worksAt(hours(2).plusSeconds(12));

        assertThat(tasks()).hasSize(2);
        assertThat(runs(id))
                .containsExactly("DUE 12:00", "SKIPPED 14:00 previous run has not finished", "QUEUED 13:00");
        assertThat(schedule(id).isPending()).isFalse();
    }

    @Test
    void a_paused_schedule_starts_nothing_and_misses_nothing() {
        UUID id = hourly("'missed':'RUN_ALL'");

        change(id, schedule -> schedule.pause(MADE));
        node.worksAt(hours(2));
        change(id, schedule -> schedule.resume(hours(2).plusSeconds(1)));
        node.worksAt(hours(2).plusSeconds(2));
        assertThat(tasks()).isEmpty();
        node.worksAt(hours(3));

        assertThat(runs(id)).containsExactly("DUE 15:00");
    }

    @Test
    void a_pause_discards_the_pending_run() {
        UUID id = hourly("'overlap':'QUEUE_ONE'");
        node.worksAt(NOON);
        node.worksAt(hours(1));

        change(id, schedule -> schedule.pause(hours(1)));
        finish(schedule(id).lastTaskId());
        node.worksAt(hours(2));

        assertThat(tasks()).hasSize(1);
    }

    @Test
    void a_user_can_start_a_run_against_all_policies() {
        UUID id = hourly("'overlap':'SKIP'");
        node.worksAt(NOON);
        change(id, schedule -> schedule.pause(NOON));

        Task task = node.runsNow(owner, id, NOON.plusSeconds(60));

        assertThat(tasks()).hasSize(2);
        assertThat(schedule(id).lastTaskId()).isEqualTo(task.id());
        assertThat(runs(id)).containsExactly("DUE 12:00", "MANUAL 12:01");
    }

    @Test
    void a_missing_type_is_recorded_and_the_schedule_continues() {
        UUID id = hourly("");
        node.removesType("reverse_string");

        node.worksAt(NOON);
        assertThat(schedule(id).lastError()).contains("No worker has announced");
        node.worksAgain();
        node.worksAt(hours(1));

        assertThat(tasks()).hasSize(1);
        assertThat(schedule(id).lastError()).isNull();
        assertThat(runs(id))
                .containsExactly("REJECTED 12:00 No worker has announced a task type with this name.", "DUE 13:00");
    }

    @Test
    void a_schedule_that_fails_unexpectedly_does_not_stop_the_others() {
        UUID broken = made(owner, "{'name':'n','type':'broken','cron':'0 * * * *'}", MADE.minusSeconds(10_000));
        UUID sound = hourly("");
        node.breaksOn("broken");

        assertThatThrownBy(() -> node.worksAt(NOON)).hasMessage("broken");
        assertThat(runs(sound)).containsExactly("DUE 12:00");
        assertThat(runs(broken)).isEmpty();
        node.worksAgain();
        node.worksAt(NOON);

        assertThat(runs(broken)).contains("DUE 12:00");
    }

    @Test
    void another_time_moves_the_next_run_and_another_name_does_not() {
        UUID id = hourly("");

        change(id, schedule -> schedule.change(plan("{'name':'m','type':'t','cron':'0 * * * *'}"), hours(5)));
        assertThat(schedule(id).nextRunAt()).isEqualTo(NOON);
        change(id, schedule -> schedule.change(plan("{'name':'m','type':'t','cron':'30 * * * *'}"), hours(5)));

        assertThat(schedule(id).nextRunAt()).isEqualTo(hours(5).plusSeconds(1_800));
        assertThat(schedule(id).name()).isEqualTo("m");
    }

    @Test
    void only_the_last_runs_are_stored() {
        UUID id = hourly("'overlap':'ALLOW'");

        IntStream.range(0, 7).forEach(hour -> node.worksAt(hours(hour)));

        assertThat(runs(id)).containsExactly("DUE 15:00", "DUE 16:00", "DUE 17:00", "DUE 18:00");
    }

    @Test
    void another_users_schedule_does_not_exist() {
        UUID id = hourly("");
        UUID otherUser = UUID.randomUUID();

        assertThatThrownBy(() -> schedules(s -> s.findDetail(otherUser, id))).isInstanceOf(ScheduleNotFound.class);
        assertThatThrownBy(() -> schedules(s -> s.change(otherUser, id, own -> own.pause(NOON))))
                .isInstanceOf(ScheduleNotFound.class);
        assertThatThrownBy(() -> node.runsNow(otherUser, id, NOON)).isInstanceOf(ScheduleNotFound.class);
        assertThatThrownBy(() -> delete(otherUser, id)).isInstanceOf(ScheduleNotFound.class);
        assertThat(schedule(id).isPaused()).isFalse();
    }

    @Test
    void a_deleted_schedule_loses_its_history_and_its_tasks_stay() {
        UUID id = hourly("");
        node.worksAt(NOON);

        delete(owner, id);
        node.worksAt(hours(1));

        assertThatThrownBy(() -> schedules(s -> s.findDetail(owner, id))).isInstanceOf(ScheduleNotFound.class);
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void a_user_has_a_limited_number_of_schedules() {
        IntStream.range(0, SchedulingNode.SETTINGS.maxPerUser()).forEach(i -> hourly(""));

        assertThatThrownBy(() -> hourly("")).isInstanceOf(TooManySchedules.class);
        hourlyOf(UUID.randomUUID(), "");
    }

    @Test
    void schedules_are_listed_newest_first_page_by_page() {
        List<UUID> ids = new ArrayList<>(List.of(hourly(""), hourly(""), hourly("")));
        hourlyOf(UUID.randomUUID(), "");

        List<Schedule> first = schedules(s -> s.findPage(owner, null, 2));
        List<Schedule> second = schedules(s -> s.findPage(owner, first.get(1).id(), 2));

        assertThat(first).extracting(Schedule::id).containsExactly(ids.get(2), ids.get(1));
        assertThat(second).extracting(Schedule::id).containsExactly(ids.get(0));
    }

    private UUID hourly(String more) {
        return hourlyOf(owner, more);
    }

    private UUID hourlyOf(UUID user, String more) {
        String json = "{'name':'n','type':'reverse_string','cron':'0 * * * *'" + (more.isEmpty() ? "" : ",") + more;
        return made(user, json + "}", MADE);
    }

    private UUID made(UUID user, String json, Instant at) {
        SchedulePlan plan = plan(json);
        return schedules(s -> s.create(user, plan, SchedulingNode.SETTINGS.maxPerUser(), at))
                .id();
    }

    private static SchedulePlan plan(String json) {
        return ParseSchedules.parsePlan(ParseJson.object(json.replace('\'', '"')), MADE);
    }

    private static void worksAt(Instant now, SchedulingNode node, CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        node.worksAt(now);
    }

    private void change(UUID id, Consumer<Schedule> change) {
        schedules(s -> s.change(owner, id, change));
    }

    private void delete(UUID user, UUID id) {
        schedules(s -> {
            s.delete(user, id);
            return null;
        });
    }

    private void finish(UUID task) {
        database.inTransaction(em -> {
            em.find(Task.class, task).cancel("w-1", NOON);
            return null;
        });
    }

    private Schedule schedule(UUID id) {
        return database.inTransaction(em -> em.find(Schedule.class, id));
    }

    private List<String> runs(UUID id) {
        List<ScheduleRun> runs = new ArrayList<>(
                schedules(s -> s.findDetail(schedule(id).owner(), id)).runs());
        Collections.reverse(runs);
        return runs.stream()
                .map(run -> run.kind() + " " + run.dueAt().toString().substring(11, 16)
                        + (run.note() == null ? "" : " " + run.note()))
                .toList();
    }

    private List<Task> tasks() {
        return tasksOf(owner);
    }

    private List<Task> tasksOf(UUID user) {
        return database.inTransaction(em -> em.createQuery("select t from Task t where t.owner = :owner", Task.class)
                .setParameter("owner", user)
                .getResultList());
    }

    private <T> T schedules(Function<ScheduleRepository, T> work) {
        return database.inTransaction(em -> work.apply(new ScheduleRepository(em)));
    }

    private static Instant hours(int count) {
        return NOON.plus(Duration.ofHours(count));
    }
}
