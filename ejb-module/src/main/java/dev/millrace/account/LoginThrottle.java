package dev.millrace.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Rejects sign-ins from an address after too many wrong passwords for a username, for a while. In
 * this node's memory, within a bound, so it works during any outage; each node counts for itself.
 */
@ApplicationScoped
public class LoginThrottle {
    private static final int MAX_ENTRIES = 100_000;
    private static final int MAX_USERNAME_LENGTH = 50;
    private static final Duration RETRY_WHILE_CHECKING = Duration.ofSeconds(1);

    private record LoginSource(String username, String address) {}

    /**
     * @param failed wrong passwords since {@code since}
     * @param inProgress attempts without a result yet
     */
    private record FailureCount(int failed, int inProgress, Instant since) {
        boolean areNone() {
            return failed == 0 && inProgress == 0;
        }
    }

    private final Map<LoginSource, FailureCount> remembered = new LinkedHashMap<>();
    private int max;
    private Duration window;
    private Clock clock;

    /** For the container. */
    protected LoginThrottle() {}

    @Inject
    public LoginThrottle(AccountSettings settings, Clock clock) {
        this.max = settings.loginFailures();
        this.window = settings.loginWindow();
        this.clock = clock;
    }

    /**
     * Checks a password. A wrong one counts, a right one clears the wrong ones, and a check that throws an exception
     * does not count. A check in progress counts as possibly wrong, so many at the same moment do not evade the limit.
     *
     * @param username as given, may be null
     * @param address of the caller
     * @param check returns the value for a right password, an empty one for a wrong password
     * @return the result of the check
     * @throws TooManyAttempts if there were too many
     */
    public <T> Optional<T> check(String username, String address, Supplier<Optional<T>> check) {
        LoginSource source = source(username, address);
        reserve(source);
        Optional<T> right;
        try {
            right = check.get();
        } catch (RuntimeException | Error e) {
            release(source, 0);
            throw e;
        }
        if (right.isPresent()) {
            reset(source);
        } else {
            release(source, 1);
        }
        return right;
    }

    private synchronized void reserve(LoginSource source) {
        Instant now = clock.instant();
        FailureCount before = current(source, now);
        if (before.failed() + before.inProgress() >= max) {
            Duration wait = before.failed() >= max
                    ? Duration.between(now, before.since().plus(window))
                    : RETRY_WHILE_CHECKING;
            throw new TooManyAttempts(wait);
        }
        put(source, new FailureCount(before.failed(), before.inProgress() + 1, before.since()));
    }

    private synchronized void release(LoginSource source, int failed) {
        Instant now = clock.instant();
        FailureCount before = current(source, now);
        Instant since = before.failed() == 0 ? now : before.since();
        put(source, new FailureCount(before.failed() + failed, Math.max(0, before.inProgress() - 1), since));
    }

    private synchronized void reset(LoginSource source) {
        Instant now = clock.instant();
        put(source, new FailureCount(0, Math.max(0, current(source, now).inProgress() - 1), now));
    }

    private FailureCount current(LoginSource source, Instant now) {
        FailureCount before = remembered.getOrDefault(source, new FailureCount(0, 0, now));
        return now.isBefore(before.since().plus(window)) ? before : new FailureCount(0, before.inProgress(), now);
    }

    private void put(LoginSource source, FailureCount attempts) {
        remembered.remove(source);
        if (attempts.areNone()) {
            return;
        }
        remembered.put(source, attempts);
        if (remembered.size() > MAX_ENTRIES) {
            remembered.remove(remembered.keySet().iterator().next());
        }
    }

    private static LoginSource source(String username, String address) {
        String name = username == null ? "" : username.toLowerCase(Locale.ROOT);
        return new LoginSource(name.substring(0, Math.min(name.length(), MAX_USERNAME_LENGTH + 1)), address);
    }
}
