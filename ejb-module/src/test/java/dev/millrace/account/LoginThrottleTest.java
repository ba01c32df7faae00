package dev.millrace.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.testkit.clock.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LoginThrottleTest {
    private static final int MAX_FAILURES = 3;
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String HERE = "10.0.0.1";
    private static final Supplier<Optional<String>> RIGHT = () -> Optional.of("in");
    private static final Supplier<Optional<String>> WRONG = Optional::empty;

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final Set<String> usual = new HashSet<>();
    private final List<LoginThrottle.Limited> delays = new ArrayList<>();
    private final LoginThrottle attempts = new LoginThrottle(
            AccountSettings.from(new ConfigReader(key ->
                    Optional.ofNullable(Map.of("millrace.accounts.login-failures", Integer.toString(MAX_FAILURES))
                            .get(key)))),
            clock);

    @Test
    void the_rejection_after_too_many_failures_has_a_retry_time() {
        fails(MAX_FAILURES);
        clock.advance(Duration.ofMinutes(1));

        TooManyAttempts rejection = rejectionOf("miller");

        assertThat(rejection.retryAfter()).contains(Duration.ofMinutes(4));
    }

    @Test
    void names_ignore_upper_and_lower_case() {
        fails(MAX_FAILURES);

        assertThat(rejectionOf("MILLER")).isNotNull();
    }

    @Test
    void other_accounts_and_addresses_are_not_delayed() {
        fails(MAX_FAILURES);

        assertThatCode(() -> check("baker", HERE, RIGHT)).doesNotThrowAnyException();
        assertThatCode(() -> check("miller", "10.0.0.2", RIGHT)).doesNotThrowAnyException();
    }

    @Test
    void failures_count_from_zero_after_the_window() {
        fails(MAX_FAILURES);

        clock.advance(WINDOW);

        fails(MAX_FAILURES);
    }

    @Test
    void a_success_resets_the_failures() {
        fails(MAX_FAILURES - 1);

        check("miller", HERE, RIGHT);

        fails(MAX_FAILURES);
    }

    @Test
    void an_outage_is_not_a_wrong_password() {
        for (int i = 0; i < 10 * MAX_FAILURES; i++) {
            assertThatThrownBy(() -> check("miller", HERE, () -> {
                        throw new PasswordsBusy();
                    }))
                    .isInstanceOf(PasswordsBusy.class);
        }

        assertThat(check("miller", HERE, RIGHT)).contains("in");
    }

    @Test
    void an_outage_does_not_reset_the_failures() {
        fails(MAX_FAILURES - 1);
        assertThatThrownBy(() -> check("miller", HERE, () -> {
                    throw new PasswordsBusy();
                }))
                .isInstanceOf(PasswordsBusy.class);

        fails(1);

        assertThat(rejectionOf("miller")).isNotNull();
    }

    @Test
    void concurrent_requests_do_not_exceed_the_limit() {
        Optional<String> first = check(
                "miller",
                HERE,
                () -> check(
                        "miller",
                        HERE,
                        () -> check("miller", HERE, () -> {
                            assertThat(rejectionOf("miller").retryAfter()).contains(Duration.ofSeconds(1));
                            return Optional.empty();
                        })));

        assertThat(first).isEmpty();
        assertThat(rejectionOf("miller").retryAfter()).contains(WINDOW);
    }

    @Test
    void delays_grow_until_the_account_was_quiet_for_a_day() {
        fails(MAX_FAILURES);
        clock.advance(WINDOW);
        fails(MAX_FAILURES);
        assertThat(rejectionOf("miller").retryAfter()).contains(WINDOW.multipliedBy(2));
        clock.advance(WINDOW.multipliedBy(2));
        fails(MAX_FAILURES);
        assertThat(rejectionOf("miller").retryAfter()).contains(WINDOW.multipliedBy(4));

        clock.advance(WINDOW.multipliedBy(4).plus(AttemptLimit.MEMORY));
        fails(MAX_FAILURES);

        assertThat(rejectionOf("miller").retryAfter()).contains(WINDOW);
    }

    @Test
    void a_delay_is_never_longer_than_an_hour() {
        for (int i = 0; i < 10; i++) {
            fails(MAX_FAILURES);
            clock.advance(rejectionOf("miller").retryAfter().orElseThrow());
        }
        fails(MAX_FAILURES);

        assertThat(rejectionOf("miller").retryAfter()).contains(AttemptLimit.MAX_DELAY);
    }

    @Test
    void from_a_usual_address_delays_do_not_grow() {
        usual.add(HERE);
        fails(MAX_FAILURES);
        clock.advance(WINDOW);
        fails(MAX_FAILURES);

        assertThat(rejectionOf("miller").retryAfter()).contains(WINDOW);
    }

    @Test
    void many_addresses_together_reach_the_limit_of_an_account_but_the_owner_signs_in_from_a_usual_one() {
        usual.add("10.9.9.9");
        for (int i = 0; i < MAX_FAILURES * LoginThrottle.ACCOUNT_FACTOR; i++) {
            check("miller", "10.1.0." + i, WRONG);
        }

        assertThatThrownBy(() -> check("miller", "10.2.0.1", RIGHT)).isInstanceOf(TooManyAttempts.class);
        assertThat(check("miller", "10.9.9.9", RIGHT)).contains("in");
        assertThat(check("baker", "10.2.0.1", RIGHT)).contains("in");
        assertThat(delays).containsExactly(LoginThrottle.Limited.ACCOUNT);
    }

    @Test
    void the_owner_s_sign_in_does_not_clear_an_attacker_s_failures() {
        usual.add("10.9.9.9");
        for (int i = 0; i < MAX_FAILURES * LoginThrottle.ACCOUNT_FACTOR - 1; i++) {
            check("miller", "10.1.0." + i, WRONG);
        }
        check("miller", "10.9.9.9", RIGHT);
        check("miller", "10.3.0.1", WRONG);

        assertThatThrownBy(() -> check("miller", "10.2.0.1", RIGHT)).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void many_accounts_together_reach_the_limit_of_an_address_but_an_owner_signs_in_from_there() {
        for (int i = 0; i < MAX_FAILURES * LoginThrottle.ADDRESS_FACTOR; i++) {
            check("name-" + i, HERE, WRONG);
        }

        assertThatThrownBy(() -> check("baker", HERE, RIGHT)).isInstanceOf(TooManyAttempts.class);
        assertThat(check("baker", "10.0.0.2", RIGHT)).contains("in");
        usual.add(HERE);
        assertThat(check("baker", HERE, RIGHT)).contains("in");
        assertThat(delays).containsExactly(LoginThrottle.Limited.ADDRESS);
    }

    @Test
    void the_addresses_of_one_subscriber_of_ipv6_are_one() {
        for (int i = 0; i < MAX_FAILURES; i++) {
            check("miller", "2001:db8:1:2::" + i, WRONG);
        }

        assertThatThrownBy(() -> check("miller", "2001:db8:1:2:ffff::1", RIGHT)).isInstanceOf(TooManyAttempts.class);
        assertThat(check("miller", "2001:db8:1:3::1", RIGHT)).contains("in");
    }

    @Test
    void each_delay_is_reported_when_it_begins() {
        fails(MAX_FAILURES);
        rejectionOf("miller");

        assertThat(delays).containsExactly(LoginThrottle.Limited.ACCOUNT_AT_ADDRESS);
    }

    private <T> Optional<T> check(String username, String address, Supplier<Optional<T>> check) {
        return attempts.check(
                username, address, () -> usual.contains(address), check, delay -> delays.add(delay.limited()));
    }

    private void fails(int times) {
        for (int i = 0; i < times; i++) {
            check("miller", HERE, WRONG);
        }
    }

    private TooManyAttempts rejectionOf(String username) {
        return catchThrowableOfType(TooManyAttempts.class, () -> check(username, HERE, RIGHT));
    }
}
