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
 * Slows down who guesses passwords: after too many wrong ones, a username is not let in from that address for a while. In
 * this node's memory, within a bound, so that it works whatever else is away; each node counts for itself.
 */
@ApplicationScoped
public class LoginThrottle {
    private static final int MOST_REMEMBERED = 100_000;
    private static final int MOST_CHARACTERS = 50;
    private static final Duration UNTIL_CHECKED = Duration.ofSeconds(1);

    private record LoginSource(String username, String address) {}

    /**
     * @param wrong passwords found to be wrong since {@code since}
     * @param open attempts of which it is not known yet
     */
    private record FailureCount(int wrong, int open, Instant since) {
        boolean areNone() {
            return wrong == 0 && open == 0;
        }
    }

    private final Map<LoginSource, FailureCount> remembered = new LinkedHashMap<>();
    private int most;
    private Duration window;
    private Clock clock;

    /** For the container. */
    protected LoginThrottle() {}

    @Inject
    public LoginThrottle(AccountSettings settings, Clock clock) {
        this.most = settings.loginFailures();
        this.window = settings.loginWindow();
        this.clock = clock;
    }

    /**
     * Checks a password. A wrong one counts, a right one makes the wrong ones forgotten, and a check that ends with an
     * exception is none. While it goes on it has its place among those that may be wrong: many at the same moment are no
     * way around.
     *
     * @param username as given, may be null
     * @param address where the caller is
     * @param check gives what belongs to a right password, nothing for a wrong one
     * @return what the check has given
     * @throws TooManyAttempts if there were too many
     */
    public <T> Optional<T> check(String username, String address, Supplier<Optional<T>> check) {
        LoginSource who = who(username, address);
        begin(who);
        Optional<T> right;
        try {
            right = check.get();
        } catch (RuntimeException | Error e) {
            end(who, 0);
            throw e;
        }
        if (right.isPresent()) {
            forgetWrong(who);
        } else {
            end(who, 1);
        }
        return right;
    }

    private synchronized void begin(LoginSource who) {
        Instant now = clock.instant();
        FailureCount before = present(who, now);
        if (before.wrong() + before.open() >= most) {
            Duration wait = before.wrong() >= most
                    ? Duration.between(now, before.since().plus(window))
                    : UNTIL_CHECKED;
            throw new TooManyAttempts(wait);
        }
        keep(who, new FailureCount(before.wrong(), before.open() + 1, before.since()));
    }

    private synchronized void end(LoginSource who, int wrong) {
        Instant now = clock.instant();
        FailureCount before = present(who, now);
        Instant since = before.wrong() == 0 ? now : before.since();
        keep(who, new FailureCount(before.wrong() + wrong, Math.max(0, before.open() - 1), since));
    }

    private synchronized void forgetWrong(LoginSource who) {
        Instant now = clock.instant();
        keep(who, new FailureCount(0, Math.max(0, present(who, now).open() - 1), now));
    }

    private FailureCount present(LoginSource who, Instant now) {
        FailureCount before = remembered.getOrDefault(who, new FailureCount(0, 0, now));
        return now.isBefore(before.since().plus(window)) ? before : new FailureCount(0, before.open(), now);
    }

    private void keep(LoginSource who, FailureCount attempts) {
        remembered.remove(who);
        if (attempts.areNone()) {
            return;
        }
        remembered.put(who, attempts);
        if (remembered.size() > MOST_REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
    }

    private static LoginSource who(String username, String address) {
        String name = username == null ? "" : username.toLowerCase(Locale.ROOT);
        return new LoginSource(name.substring(0, Math.min(name.length(), MOST_CHARACTERS + 1)), address);
    }
}
