package dev.millrace.platform.redis;

/**
 * What a look at Redis has found.
 *
 * @param reason why it is not {@link State#UP}, for people; null when it is
 * @param heals whether waiting may help; a wrong password does not become right by waiting
 */
public record RedisVerdict(State state, String reason, boolean heals) {
    /** Whether Redis does what Millrace needs. */
    public enum State {
        /** Answers, and takes writes. */
        UP,
        /** Answers, but refuses what Millrace needs, or may evict it. */
        REFUSING,
        /** Does not answer. */
        DOWN
    }

    /** All is well. */
    public static final RedisVerdict UP = new RedisVerdict(State.UP, null, true);

    static RedisVerdict refusing(String reason) {
        return new RedisVerdict(State.REFUSING, reason, true);
    }

    static RedisVerdict refusingForGood(String reason) {
        return new RedisVerdict(State.REFUSING, reason, false);
    }

    /** Nobody answers. */
    public static RedisVerdict down(String reason) {
        return new RedisVerdict(State.DOWN, reason, true);
    }

    public boolean isUp() {
        return state == State.UP;
    }
}
