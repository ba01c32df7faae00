package dev.millrace.account;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.millrace.node.SetClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LoginAttemptsTest {
    private static final int MOST = 3;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String HERE = "10.0.0.1";

    private final SetClock clock = new SetClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final LoginAttempts attempts = new LoginAttempts(
            new AccountSettings(Duration.ofMinutes(15), Duration.ofDays(30), MOST, WINDOW, null), clock);

    @Test
    void after_too_many_failures_the_caller_is_told_how_long_to_wait() {
        fails(MOST);
        clock.pass(Duration.ofMinutes(1));

        TooManyAttempts refused = catchThrowableOfType(TooManyAttempts.class, () -> attempts.begin("miller", HERE));

        assertThat(refused.retryAfter()).contains(Duration.ofMinutes(4));
    }

    @Test
    void upper_and_lower_case_are_the_same_name() {
        fails(MOST);

        assertThat(catchThrowableOfType(TooManyAttempts.class, () -> attempts.begin("MILLER", HERE)))
                .isNotNull();
    }

    @Test
    void others_and_other_places_are_not_concerned() {
        fails(MOST);

        assertThatCode(() -> attempts.begin("baker", HERE)).doesNotThrowAnyException();
        assertThatCode(() -> attempts.begin("miller", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void when_the_window_is_over_failures_count_anew() {
        fails(MOST);

        clock.pass(WINDOW);

        fails(MOST);
    }

    @Test
    void a_success_makes_failures_forgotten() {
        fails(MOST - 1);

        attempts.begin("miller", HERE);
        attempts.succeeded("miller", HERE);

        fails(MOST);
    }

    private void fails(int times) {
        for (int i = 0; i < times; i++) {
            attempts.begin("miller", HERE);
        }
    }
}
