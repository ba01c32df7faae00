package dev.millrace.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Berlin puts its clocks from 02:00 to 03:00 on 29 March 2026, and from 03:00 back to 02:00 on 25 October 2026. */
class CronScheduleTest {
    private static final String FORWARD = "2026-03-28T23:30:00Z";
    private static final String BACK = "2026-10-24T23:30:00Z";

    @Test
    void times_are_those_of_the_zone() {
        assertThat(next("0 9 * * *", "2026-01-01T00:00:00Z", 1)).containsExactly("2026-01-01T08:00:00Z");
        assertThat(next("0 9 * * *", "2026-07-01T00:00:00Z", 1)).containsExactly("2026-07-01T07:00:00Z");
    }

    @Test
    void a_time_that_does_not_exist_is_due_once_when_clocks_go_forward() {
        List<String> next = next("0,30 2 * * *", FORWARD, 2);

        assertThat(next).containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z");
    }

    @Test
    void a_time_that_does_not_exist_and_the_change_itself_are_due_together() {
        List<String> next = next("30 2-3 * * *", FORWARD, 3);

        assertThat(next).containsExactly("2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void a_repeated_local_time_is_due_at_its_first_occurrence() {
        List<String> next = next("0,30 2 * * *", BACK, 3);

        assertThat(next).containsExactly("2026-10-25T00:00:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:00:00Z");
    }

    @Test
    void a_repeated_local_time_is_past_between_its_occurrences() {
        List<String> next = next("30 2 * * *", "2026-10-25T01:10:00Z", 1);

        assertThat(next).containsExactly("2026-10-26T01:30:00Z");
    }

    @Test
    void hours_pass_as_they_do_when_clocks_go_forward() {
        List<String> next = next("30 * * * *", FORWARD, 3);

        assertThat(next).containsExactly("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29T02:30:00Z");
    }

    @Test
    void hours_pass_as_they_do_when_clocks_go_back() {
        List<String> next = next("0 * * * *", BACK, 4);

        assertThat(next)
                .containsExactly(
                        "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z");
    }

    @Test
    void a_change_at_midnight_loses_no_day() {
        CronSchedule cairo = new CronSchedule(Cron.parse("0 0 * * *"), ZoneId.of("Africa/Cairo"));

        List<Instant> next = cairo.nextDueAfter(Instant.parse("2026-04-23T12:00:00Z"), 2);

        assertThat(next).containsExactly(Instant.parse("2026-04-23T22:00:00Z"), Instant.parse("2026-04-24T21:00:00Z"));
    }

    @Test
    void an_expression_that_never_matches_has_no_next_time() {
        assertThat(next("0 0 31 6 *", FORWARD, 3)).isEmpty();
    }

    private static List<String> next(String cron, String after, int count) {
        return new CronSchedule(Cron.parse(cron), ZoneId.of("Europe/Berlin"))
                .nextDueAfter(Instant.parse(after), count).stream()
                        .map(Instant::toString)
                        .toList();
    }
}
