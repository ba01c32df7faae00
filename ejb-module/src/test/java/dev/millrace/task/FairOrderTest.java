package dev.millrace.task;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FairOrderTest {
    private static final String QUEUE = "default";

    private final UUID busy = UUID.randomUUID();
    private final UUID quiet = UUID.randomUUID();
    private final FairOrder order = new FairOrder();
    private FairOrder.Beginning beginning = new FairOrder.Beginning(0, Map.of());

    @Test
    void a_hundred_thousand_waiting_tasks_of_one_user_delay_another_s_by_no_more_than_one_turn() {
        long[] backlog = IntStream.range(0, 100_000).mapToLong(i -> tag(busy)).toArray();

        long single = tag(quiet);

        assertThat(backlog).isSorted();
        assertThat(ahead(backlog, single)).isLessThanOrEqualTo(1);
    }

    @Test
    void who_comes_while_a_backlog_is_being_worked_off_starts_at_the_present_turn() {
        long[] backlog = IntStream.range(0, 1_000).mapToLong(i -> tag(busy)).toArray();
        order.advance(QUEUE, backlog[600]);

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
        FairOrder weighted = new FairOrder(owner -> owner.equals(busy) ? 3 : 1);
        long[] heavy = IntStream.range(0, 300)
                .mapToLong(i -> weighted.nextTag(QUEUE, busy, () -> beginning))
                .toArray();
        long[] light = IntStream.range(0, 100)
                .mapToLong(i -> weighted.nextTag(QUEUE, quiet, () -> beginning))
                .toArray();

        assertThat(ahead(heavy, light[50])).isBetween(150, 152);
        assertThat(ahead(heavy, light[99])).isBetween(297, 300);
    }

    @Test
    void idle_time_is_not_saved_up() {
        tag(quiet);
        for (int i = 0; i < 500; i++) {
            order.advance(QUEUE, tag(busy));
        }

        long[] after = IntStream.range(0, 3).mapToLong(i -> tag(quiet)).toArray();
        long other = tag(busy);

        assertThat(ahead(after, other)).isBetween(1, 2);
    }

    @Test
    void it_goes_on_where_sql_says_that_another_node_or_an_earlier_start_left_off() {
        beginning = new FairOrder.Beginning(50_000, Map.of(busy, 90_000L));

        assertThat(tag(quiet)).isEqualTo(50_000);
        assertThat(tag(busy)).isEqualTo(90_000 + FairOrder.COST);
    }

    @Test
    void virtual_time_never_goes_back() {
        tag(busy);
        order.advance(QUEUE, 9_000);
        order.advance(QUEUE, 3_000);

        assertThat(tag(quiet)).isEqualTo(9_000);
    }

    @Test
    void queues_do_not_touch_each_other() {
        IntStream.range(0, 100).forEach(i -> tag(busy));

        assertThat(order.nextTag("other", busy, () -> beginning)).isZero();
    }

    @Test
    void sql_is_asked_once_for_each_queue() {
        Map<String, Integer> asked = new HashMap<>();

        for (int i = 0; i < 3; i++) {
            order.nextTag(QUEUE, busy, () -> {
                asked.merge(QUEUE, 1, Integer::sum);
                return beginning;
            });
        }

        assertThat(asked).containsExactly(Map.entry(QUEUE, 1));
    }

    private long tag(UUID owner) {
        return order.nextTag(QUEUE, owner, () -> beginning);
    }

    /** How many of these tasks leave before one that came after them with this tag. */
    private static int ahead(long[] tags, long tag) {
        return (int) IntStream.range(0, tags.length).filter(i -> tags[i] <= tag).count();
    }
}
