package dev.millrace.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DueTimesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void a_time_that_is_just_due_is_on_time() {
        DueTimes due = hourly(NOON, NOON.plusSeconds(2));

        assertThat(due).isEqualTo(new DueTimes(NOON, List.of(), 0, hours(1)));
    }

    @Test
    void a_time_long_ago_is_missed() {
        DueTimes due = hourly(NOON, NOON.plusSeconds(61));

        assertThat(due).isEqualTo(new DueTimes(null, List.of(NOON), 1, hours(1)));
    }

    @Test
    void after_an_outage_only_the_latest_can_be_on_time() {
        DueTimes due = hourly(NOON, hours(2));

        assertThat(due).isEqualTo(new DueTimes(hours(2), List.of(NOON, hours(1)), 2, hours(3)));
    }

    @Test
    void only_the_latest_of_many_missed_times_remain() {
        DueTimes due = hourly(NOON, hours(10).plusSeconds(90));

        assertThat(due.missedCount()).isEqualTo(11);
        assertThat(due.missed()).containsExactly(hours(8), hours(9), hours(10));
        assertThat(due.next()).isEqualTo(hours(11));
    }

    @Test
    void a_skipping_schedule_runs_no_missed_times() {
        assertThat(MissedPolicy.SKIP.toCatchUp(hourly(NOON, hours(2)))).isEmpty();
    }

    @Test
    void one_run_replaces_all_missed_runs() {
        assertThat(MissedPolicy.RUN_ONCE.toCatchUp(hourly(NOON, hours(2).plusSeconds(90))))
                .containsExactly(hours(2));
        assertThat(MissedPolicy.RUN_ONCE.toCatchUp(hourly(NOON, hours(2)))).isEmpty();
    }

    @Test
    void each_missed_run_is_made_up_for_by_those_who_want_all() {
        assertThat(MissedPolicy.RUN_ALL.toCatchUp(hourly(NOON, hours(2)))).containsExactly(NOON, hours(1));
    }

    private static DueTimes hourly(Instant first, Instant now) {
        ScheduleSettings settings = new ScheduleSettings(100, 3, Duration.ofMinutes(1), Duration.ofSeconds(1), 50);
        return DueTimes.upTo(now, first, CronSchedule.of("@hourly", "UTC"), settings);
    }

    private static Instant hours(int count) {
        return NOON.plus(Duration.ofHours(count));
    }
}
