package dev.millrace.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FairQueueTest {
    private static final PriorityLevel LEVEL = new PriorityLevel("default", 5);

    private final UUID busy = UUID.randomUUID();
    private final UUID quiet = UUID.randomUUID();
    private final FairQueue order = new FairQueue();
    private FairQueue.PersistedState beginning = new FairQueue.PersistedState(0, Map.of());

    @Test
    void a_hundred_thousand_tasks_of_one_user_delay_those_of_another_by_one_task_at_most() {
        long[] backlog = IntStream.range(0, 100_000).mapToLong(i -> tag(busy)).toArray();

        long single = tag(quiet);

        assertThat(backlog).isSorted();
        assertThat(ahead(backlog, single)).isLessThanOrEqualTo(1);
    }

    @Test
    void a_user_who_joins_during_a_backlog_starts_at_the_current_virtual_time() {
        long[] backlog = IntStream.range(0, 1_000).mapToLong(i -> tag(busy)).toArray();
        dispatched(backlog[600]);

        long single = tag(quiet);

        assertThat(single).isEqualTo(backlog[600]);
    }

    @Test
    void users_with_backlogs_take_turns() {
        long[] first = IntStream.range(0, 10).mapToLong(i -> tag(busy)).toArray();
        long[] second = IntStream.range(0, 10).mapToLong(i -> tag(quiet)).toArray();

        assertThat(second).containsExactly(first);
    }

    @Test
    void a_user_of_weight_three_gets_three_turns_while_one_of_weight_one_gets_one() {
        FairQueue weighted = new FairQueue(owner -> owner.equals(busy) ? 3 : 1);
        long[] heavy = IntStream.range(0, 300)
                .mapToLong(i -> weighted.nextStartTag(LEVEL, busy, level -> beginning))
                .toArray();
        long[] light = IntStream.range(0, 100)
                .mapToLong(i -> weighted.nextStartTag(LEVEL, quiet, level -> beginning))
                .toArray();

        assertThat(ahead(heavy, light[50])).isBetween(150, 152);
        assertThat(ahead(heavy, light[99])).isBetween(297, 300);
    }

    @Test
    void idle_time_is_not_saved_up() {
        tag(quiet);
        for (int i = 0; i < 500; i++) {
            dispatched(tag(busy));
        }

        long[] after = IntStream.range(0, 3).mapToLong(i -> tag(quiet)).toArray();
        long other = tag(busy);

        assertThat(ahead(after, other)).isBetween(1, 2);
    }

    @Test
    void virtual_time_continues_from_the_state_in_sql() {
        beginning = new FairQueue.PersistedState(50_000, Map.of(busy, 90_000L));

        assertThat(tag(quiet)).isEqualTo(50_000);
        assertThat(tag(busy)).isEqualTo(90_000 + FairQueue.COST);
    }

    @Test
    void a_queue_that_went_and_came_again_is_begun_from_sql_again() {
        tag(busy);
        dispatched(9_000);
        order.retainQueues(Set.of("other"));
        beginning = new FairQueue.PersistedState(40, Map.of());

        assertThat(tag(quiet)).isEqualTo(40);
    }

    @Test
    void virtual_time_never_decreases() {
        tag(busy);
        dispatched(9_000);
        dispatched(3_000);

        assertThat(tag(quiet)).isEqualTo(9_000);
    }

    @Test
    void queues_do_not_affect_each_other() {
        IntStream.range(0, 100).forEach(i -> tag(busy));

        assertThat(order.nextStartTag(new PriorityLevel("other", 5), busy, level -> beginning))
                .isZero();
    }

    @Test
    void an_urgent_task_of_a_busy_user_does_not_put_others_behind_that_users_backlog() {
        long[] backlog = IntStream.range(0, 100).mapToLong(i -> tag(busy)).toArray();
        PriorityLevel urgent = new PriorityLevel("default", 9);
        long first = order.nextStartTag(urgent, busy, level -> beginning);
        order.advanceVirtualTime(Map.of(urgent, first));

        assertThat(ahead(backlog, tag(quiet))).isLessThanOrEqualTo(1);
    }

    @Test
    void sql_is_queried_once_for_each_priority_level() {
        Map<PriorityLevel, Integer> queries = new HashMap<>();

        for (int i = 0; i < 3; i++) {
            order.nextStartTag(LEVEL, busy, level -> {
                queries.merge(level, 1, Integer::sum);
                return beginning;
            });
        }

        assertThat(queries).containsExactly(Map.entry(LEVEL, 1));
    }

    private long tag(UUID owner) {
        return order.nextStartTag(LEVEL, owner, level -> beginning);
    }

    private void dispatched(long tag) {
        order.advanceVirtualTime(Map.of(LEVEL, tag));
    }

    /** The number of these tasks that are dispatched before one that came after them with this tag. */
    private static int ahead(long[] tags, long tag) {
        return (int) IntStream.range(0, tags.length).filter(i -> tags[i] <= tag).count();
    }
}
