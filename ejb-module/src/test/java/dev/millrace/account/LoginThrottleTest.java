package dev.millrace.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.testkit.clock.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LoginThrottleTest {
    private static final int MOST = 3;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String HERE = "10.0.0.1";
    private static final Supplier<Optional<String>> RIGHT = () -> Optional.of("in");
    private static final Supplier<Optional<String>> WRONG = Optional::empty;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final LoginThrottle attempts = new LoginThrottle(
            AccountSettings.from(new ConfigReader(
                    key -> Optional.ofNullable(Map.of("millrace.accounts.login-failures", Integer.toString(MOST))
                            .get(key)))),
            clock);

    @Test
    void after_too_many_failures_the_caller_learns_how_long_to_wait() {
        fails(MOST);
        clock.advance(Duration.ofMinutes(1));

        TooManyAttempts refused = refusedTo("miller");

        assertThat(refused.retryAfter()).contains(Duration.ofMinutes(4));
    }

    @Test
    void upper_and_lower_case_are_the_same_name() {
        fails(MOST);

        assertThat(refusedTo("MILLER")).isNotNull();
    }

    @Test
    void others_and_other_places_are_not_concerned() {
        fails(MOST);

        assertThatCode(() -> attempts.check("baker", HERE, RIGHT)).doesNotThrowAnyException();
        assertThatCode(() -> attempts.check("miller", "10.0.0.2", RIGHT)).doesNotThrowAnyException();
    }

    @Test
    void when_the_window_is_over_failures_count_anew() {
        fails(MOST);

        clock.advance(WINDOW);

        fails(MOST);
    }

    @Test
    void a_success_makes_failures_forgotten() {
        fails(MOST - 1);

        attempts.check("miller", HERE, RIGHT);

        fails(MOST);
    }

    @Test
    void an_outage_is_not_a_wrong_password() {
        for (int i = 0; i < 10 * MOST; i++) {
            assertThatThrownBy(() -> attempts.check("miller", HERE, () -> {
                        throw new PasswordsBusy();
                    }))
                    .isInstanceOf(PasswordsBusy.class);
        }

        assertThat(attempts.check("miller", HERE, RIGHT)).contains("in");
    }

    @Test
    void an_outage_does_not_make_wrong_passwords_forgotten() {
        fails(MOST - 1);
        assertThatThrownBy(() -> attempts.check("miller", HERE, () -> {
                    throw new PasswordsBusy();
                }))
                .isInstanceOf(PasswordsBusy.class);

        fails(1);

        assertThat(refusedTo("miller")).isNotNull();
    }

    @Test
    void many_at_the_same_moment_are_no_way_around() {
        Optional<String> first = attempts.check(
                "miller",
                HERE,
                () -> attempts.check(
                        "miller",
                        HERE,
                        () -> attempts.check("miller", HERE, () -> {
                            assertThat(refusedTo("miller").retryAfter()).contains(Duration.ofSeconds(1));
                            return Optional.empty();
                        })));

        assertThat(first).isEmpty();
        assertThat(refusedTo("miller").retryAfter()).contains(WINDOW);
    }

    private void fails(int times) {
        for (int i = 0; i < times; i++) {
            attempts.check("miller", HERE, WRONG);
        }
    }

    private TooManyAttempts refusedTo(String username) {
        return catchThrowableOfType(TooManyAttempts.class, () -> attempts.check(username, HERE, RIGHT));
    }
}
