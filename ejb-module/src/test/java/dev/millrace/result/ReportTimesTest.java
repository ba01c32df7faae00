package dev.millrace.result;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.millrace.task.Task;

import static dev.millrace.task.TaskBuilder.NOW;
import static dev.millrace.task.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

class ReportTimesTest {
    private final Instant now = NOW.plusSeconds(60);
    private final ReportTimes times = new ReportTimes(now);
    private final Task task = aTask().waiting();

    ReportTimesTest() {
        task.dispatch(NOW);
    }

    @ParameterizedTest
    @CsvSource({"-86400, 0", "-1, 0", "0, 0", "30, 30", "60, 60", "61, 60", "86400, 60"})
    void a_report_came_when_redis_got_it_but_after_the_dispatch_and_not_in_the_future(int redis, int came) {
        String entry = NOW.plusSeconds(redis).toEpochMilli() + "-7";

        assertThat(times.arrived(task, entry)).isEqualTo(NOW.plusSeconds(came));
    }

    @Test
    void an_entry_without_a_time_came_now() {
        assertThat(times.arrived(task, "entry")).isEqualTo(now);
        assertThat(times.arrived(task, "-1")).isEqualTo(now);
    }

    @ParameterizedTest
    @CsvSource({"40, 40", "-40, 0", "65, 65", "1728000, 60"})
    void a_plausible_duration_from_the_worker_is_stored(int reported, int accepted) {
        Duration ran = times.ran(task, NOW.plusSeconds(1_000), NOW.plusSeconds(1_000 + reported));

        assertThat(ran).isEqualTo(Duration.ofSeconds(accepted));
    }

    @Test
    void an_attempt_whose_beginning_was_not_reported_began_so_long_ago_as_it_ran() {
        assertThat(times.began(task, Duration.ofSeconds(20))).isEqualTo(now.minusSeconds(20));
        assertThat(times.began(task, Duration.ofSeconds(90))).isEqualTo(NOW);

        task.start("w-1", NOW.plusSeconds(5));

        assertThat(times.began(task, Duration.ofSeconds(20))).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void a_dispatch_by_a_node_whose_clock_is_ahead_makes_no_time_in_the_future() {
        ReportTimes behind = new ReportTimes(NOW.minusSeconds(5));

        assertThat(behind.arrived(task, NOW.toEpochMilli() + "-0")).isEqualTo(NOW.minusSeconds(5));
        assertThat(behind.ran(task, NOW, NOW.plusSeconds(1))).isEqualTo(Duration.ofSeconds(1));
    }
}
