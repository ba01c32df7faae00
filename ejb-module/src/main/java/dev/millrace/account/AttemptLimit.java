package dev.millrace.account;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits attempts that count for a key, such as wrong passwords of an account or registrations from an address. After too
 * many within a window, further attempts have to wait until its end. A growing delay is twice as long each time, up to
 * {@link #MAX_DELAY}, until the key was quiet for {@link #MEMORY}.
 *
 * <p>In memory, within a bound. Not thread-safe.
 */
final class AttemptLimit<K> {
    static final Duration MAX_DELAY = Duration.ofHours(1);
    static final Duration MEMORY = Duration.ofDays(1);
    private static final int MAX_ENTRIES = 100_000;
    private static final Duration RETRY_WHILE_CHECKING = Duration.ofSeconds(1);

    /**
     * @param counted attempts that count since {@code since}
     * @param inProgress attempts without a result yet
     * @param delays how many delays came before
     * @param until when the present delay ends; null = attempts are allowed
     */
    private record State(int counted, int inProgress, Instant since, int delays, Instant until) {}

    private final Map<K, State> states = new LinkedHashMap<>();
    private final int max;
    private final Duration window;

    AttemptLimit(int max, Duration window) {
        this.max = max;
        this.window = window;
    }

    /** @return how long an attempt has to wait; zero = it is allowed */
    Duration remaining(K key, Instant now) {
        State state = current(key, now);
        if (state.until() != null) {
            return Duration.between(now, state.until());
        }
        return state.counted() + state.inProgress() < max ? Duration.ZERO : RETRY_WHILE_CHECKING;
    }

    /** An attempt begins, and counts as long as its result is not known. */
    void begin(K key, Instant now) {
        State state = current(key, now);
        put(key, new State(state.counted(), state.inProgress() + 1, state.since(), state.delays(), state.until()));
    }

    /** An attempt ended that does not count. */
    void cancel(K key, Instant now) {
        end(key, now, 0, true);
    }

    /**
     * An attempt ended that counts.
     *
     * @param growing whether the next delay is longer than the one before
     * @return the delay that it begins; zero = none
     */
    Duration count(K key, Instant now, boolean growing) {
        State after = end(key, now, 1, growing);
        return after.until() == null ? Duration.ZERO : Duration.between(now, after.until());
    }

    /** An attempt ended with the right password: those before were typing errors and no longer count. */
    void succeed(K key, Instant now) {
        int inProgress = Math.max(0, current(key, now).inProgress() - 1);
        put(key, new State(0, inProgress, now, 0, null));
    }

    private State end(K key, Instant now, int more, boolean growing) {
        State before = current(key, now);
        int inProgress = Math.max(0, before.inProgress() - 1);
        int counted = before.counted() + more;
        Instant since = before.counted() == 0 ? now : before.since();
        State after = counted < max || before.until() != null
                ? new State(counted, inProgress, since, before.delays(), before.until())
                : new State(
                        counted,
                        inProgress,
                        since,
                        growing ? before.delays() + 1 : 0,
                        since.plus(growing ? delay(before.delays()) : window));
        put(key, after);
        return after;
    }

    private Duration delay(int before) {
        Duration delay = window.multipliedBy(1L << Math.min(before, 20));
        Duration longest = window.compareTo(MAX_DELAY) > 0 ? window : MAX_DELAY;
        return delay.compareTo(longest) > 0 ? longest : delay;
    }

    private State current(K key, Instant now) {
        State state = states.get(key);
        if (state == null) {
            return new State(0, 0, now, 0, null);
        }
        Instant end = state.until() == null ? state.since().plus(window) : state.until();
        if (now.isBefore(end)) {
            return state;
        }
        return new State(0, state.inProgress(), now, now.isBefore(end.plus(MEMORY)) ? state.delays() : 0, null);
    }

    private void put(K key, State state) {
        states.remove(key);
        if (state.counted() == 0 && state.inProgress() == 0 && state.delays() == 0) {
            return;
        }
        states.put(key, state);
        if (states.size() > MAX_ENTRIES) {
            states.remove(states.keySet().iterator().next());
        }
    }
}
