package dev.millrace.task;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttemptPolicyTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final AttemptPolicy policy = new AttemptPolicy(10, null, SECOND, Duration.ofSeconds(6));

    @Test
    void the_bound_of_the_wait_doubles_with_each_attempt_up_to_the_greatest() {
        assertThat(maxWaitAfter(1)).isBetween(SECOND.dividedBy(2), SECOND);
        assertThat(maxWaitAfter(2)).isBetween(SECOND, SECOND.multipliedBy(2));
        assertThat(maxWaitAfter(3)).isBetween(SECOND.multipliedBy(2), SECOND.multipliedBy(4));
        assertThat(maxWaitAfter(4)).isBetween(SECOND.multipliedBy(4), SECOND.multipliedBy(6));
        assertThat(maxWaitAfter(40)).isBetween(SECOND.multipliedBy(4), SECOND.multipliedBy(6));
    }

    @Test
    void waits_are_spread_over_all_of_their_range() {
        long early = waitsAfter(3).filter(wait -> wait.compareTo(SECOND) < 0).count();
        long late = waitsAfter(3)
                .filter(wait -> wait.compareTo(SECOND.multipliedBy(3)) > 0)
                .count();

        assertThat(early).isPositive();
        assertThat(late).isPositive();
    }

    @Test
    void no_backoff_is_no_wait() {
        assertThat(new AttemptPolicy(3, null, Duration.ZERO, Duration.ZERO).backoffAfter(1))
                .isZero();
    }

    private Duration maxWaitAfter(int attempt) {
        return waitsAfter(attempt).max(Duration::compareTo).orElseThrow();
    }

    private Stream<Duration> waitsAfter(int attempt) {
        return IntStream.range(0, 1_000).mapToObj(i -> policy.backoffAfter(attempt));
    }

    @Test
    void a_bound_that_doubles_beyond_all_numbers_is_the_greatest_wait() {
        AttemptPolicy patient = new AttemptPolicy(100, null, Duration.ofDays(366), Duration.ofDays(366));

        assertThat(IntStream.range(0, 50).mapToObj(i -> patient.backoffAfter(31)))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofDays(366)))
                .anySatisfy(wait -> assertThat(wait).isPositive());
    }
}
