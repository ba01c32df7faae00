package dev.millrace.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.platform.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Tag("slow")
class PasswordPermitsTest {
    private final CountDownLatch blocked = new CountDownLatch(1);
    private final AtomicInteger hashing = new AtomicInteger();
    private final AtomicInteger hashed = new AtomicInteger();

    @Test
    void no_more_passwords_than_permits_are_hashed_at_once_and_waiting_ones_follow() {
        PasswordPermits permits = permits(2, 3, "60s");

        List<Thread> all = begun(permits, 5);

        await().until(() -> all.stream()
                        .filter(one -> one.getState() == Thread.State.TIMED_WAITING)
                        .count()
                == 3);
        assertThat(hashing).hasValue(2);
        blocked.countDown();
        await().untilAsserted(() -> assertThat(hashed).hasValue(5));
    }

    @Test
    void a_caller_behind_too_many_waiting_ones_is_rejected_for_now() {
        PasswordPermits permits = permits(1, 0, "60s");
        begun(permits, 1);
        await().until(() -> hashing.get() == 1);

        assertThatThrownBy(() -> permits.call(() -> "hash")).isInstanceOfSatisfying(PasswordsBusy.class, busy -> {
            assertThat(busy.kind()).isEqualTo(Problem.Kind.UNAVAILABLE);
            assertThat(busy.retryAfter()).isPresent();
        });

        blocked.countDown();
    }

    @Test
    void no_caller_waits_beyond_the_timeout() {
        PasswordPermits permits = permits(1, 1, "1s");
        begun(permits, 1);
        await().until(() -> hashing.get() == 1);

        assertThatThrownBy(() -> permits.call(() -> "hash")).isInstanceOf(PasswordsBusy.class);

        blocked.countDown();
    }

    @Test
    void a_failed_hash_releases_its_permit() {
        PasswordPermits permits = permits(1, 0, "1s");

        assertThatThrownBy(() -> permits.call(() -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(permits.call(() -> "hash")).isEqualTo("hash");
    }

    @Test
    void the_default_number_of_permits_is_the_number_of_cores() {
        assertThat(settings(Map.of()).passwordsAtOnce())
                .isBetween(1, Runtime.getRuntime().availableProcessors());
    }

    private List<Thread> begun(PasswordPermits permits, int number) {
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Thread one = new Thread(() -> permits.call(this::blockedHash));
            one.start();
            all.add(one);
        }
        return all;
    }

    private int blockedHash() {
        hashing.incrementAndGet();
        try {
            blocked.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return hashed.incrementAndGet();
    }

    private static PasswordPermits permits(int checks, int waiting, String wait) {
        return new PasswordPermits(settings(Map.of(
                "millrace.accounts.password-checks", Integer.toString(checks),
                "millrace.accounts.password-waiting", Integer.toString(waiting),
                "millrace.accounts.password-wait", wait)));
    }

    private static AccountSettings settings(Map<String, String> keys) {
        return AccountSettings.from(new ConfigReader(key -> Optional.ofNullable(keys.get(key))));
    }
}
