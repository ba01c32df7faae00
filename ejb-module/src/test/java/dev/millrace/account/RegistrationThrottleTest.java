package dev.millrace.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import dev.millrace.AtOnce;
import dev.millrace.account.RegistrationThrottle.Limited;
import dev.millrace.testkit.clock.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RegistrationThrottleTest {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String HERE = "10.0.0.1";

    private final MutableClock clock = new MutableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<Limited> delays = new ArrayList<>();
    private final RegistrationThrottle throttle =
            new RegistrationThrottle(new RegistrationSettings(RegistrationMode.OPEN, 3, 5, WINDOW), clock);

    @Test
    void the_rejection_after_too_many_registrations_from_an_address_has_a_retry_time() {
        registers(HERE, 3);
        clock.advance(Duration.ofMinutes(20));

        assertThat(rejectionOf(HERE).retryAfter()).contains(Duration.ofMinutes(40));
        assertThat(delays).containsExactly(Limited.ADDRESS);
    }

    @Test
    void other_addresses_are_not_delayed() {
        registers(HERE, 3);

        registers("10.0.0.2", 1);
    }

    @Test
    void a_network_of_ipv6_is_one_address() {
        registers("2001:db8:1:2::1", 3);

        assertThat(rejectionOf("2001:db8:1:2:ffff::9")).isNotNull();
    }

    @Test
    void all_addresses_together_have_a_limit() {
        registers(HERE, 2);
        registers("10.0.0.2", 2);
        registers("10.0.0.3", 1);

        assertThat(rejectionOf("10.0.0.4").retryAfter()).contains(WINDOW);
        assertThat(delays).containsExactly(Limited.ALL_ADDRESSES);
    }

    @Test
    void delays_end_with_the_window_and_never_grow() {
        for (int i = 0; i < 3; i++) {
            registers(HERE, 3);
            assertThat(rejectionOf(HERE).retryAfter()).contains(WINDOW);
            clock.advance(WINDOW);
        }
    }

    @Test
    void a_name_that_is_taken_counts() {
        Supplier<String> taken = () -> {
            throw NameTaken.username();
        };
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> register(HERE, taken)).isInstanceOf(NameTaken.class);
        }

        assertThat(rejectionOf(HERE)).isNotNull();
    }

    @Test
    void an_outage_does_not_count() {
        Supplier<String> outage = () -> {
            throw new PasswordsBusy();
        };
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> register(HERE, outage)).isInstanceOf(PasswordsBusy.class);
        }

        registers(HERE, 3);
    }

    @Test
    void concurrent_registrations_do_not_exceed_the_limit() {
        AtomicInteger registered = new AtomicInteger();

        AtOnce.call(8, () -> {
            try {
                return throttle.register(HERE, () -> "" + registered.incrementAndGet(), delay -> {});
            } catch (TooManyRegistrations e) {
                return e.slug();
            }
        });

        assertThat(registered.get()).isEqualTo(3);
    }

    private void registers(String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(register(address, () -> "registered")).isEqualTo("registered");
        }
    }

    private TooManyRegistrations rejectionOf(String address) {
        return catchThrowableOfType(TooManyRegistrations.class, () -> register(address, () -> "registered"));
    }

    private String register(String address, Supplier<String> registration) {
        return throttle.register(address, registration, delay -> delays.add(delay.limited()));
    }
}
