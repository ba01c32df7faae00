package dev.millrace.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Slows down who guesses passwords: after too many failures, a username is not let in from that address for a while. In
 * this node's memory, within a bound, so that it works whatever else is away; each node counts for itself.
 */
@ApplicationScoped
public class LoginAttempts {
    private static final int MOST_REMEMBERED = 100_000;
    private static final int MOST_CHARACTERS = 50;

    private record Who(String username, String address) {}

    /** Attempts since the first one of a window; one that is still being looked at counts as failed. */
    private record Attempts(int number, Instant since) {}

    private final Map<Who, Attempts> failed = new LinkedHashMap<>();
    private int most;
    private Duration window;
    private Clock clock;

    /** For the container. */
    protected LoginAttempts() {}

    @Inject
    public LoginAttempts(AccountSettings settings, Clock clock) {
        this.most = settings.loginFailures();
        this.window = settings.loginWindow();
        this.clock = clock;
    }

    /**
     * Counts an attempt, before it is known how it ends: many at the same moment are no way around.
     *
     * @param username as given, may be null
     * @param address where the caller is
     * @throws TooManyAttempts if there were too many
     */
    public synchronized void begin(String username, String address) {
        Who who = who(username, address);
        Instant now = clock.instant();
        Attempts before = failed.remove(who);
        boolean goesOn = before != null && now.isBefore(before.since().plus(window));
        if (goesOn && before.number() >= most) {
            failed.put(who, before);
            throw new TooManyAttempts(Duration.between(now, before.since().plus(window)));
        }
        failed.put(who, goesOn ? new Attempts(before.number() + 1, before.since()) : new Attempts(1, now));
        if (failed.size() > MOST_REMEMBERED) {
            failed.remove(failed.keySet().iterator().next());
        }
    }

    /** The attempt was a success: what failed before does not count any more. */
    public synchronized void succeeded(String username, String address) {
        failed.remove(who(username, address));
    }

    private static Who who(String username, String address) {
        String name = username == null ? "" : username.toLowerCase(Locale.ROOT);
        return new Who(name.substring(0, Math.min(name.length(), MOST_CHARACTERS + 1)), address);
    }
}
