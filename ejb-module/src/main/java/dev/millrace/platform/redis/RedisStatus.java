package dev.millrace.platform.redis;

/**
 * What a look at Redis has found.
 *
 * @param reason why it is not {@link State#UP}, for people; null when it is
 * @param recoverable whether waiting may help; a wrong password does not become right by waiting
 */
public record RedisStatus(State state, String reason, boolean recoverable) {
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
    public static final RedisStatus UP = new RedisStatus(State.UP, null, true);

    static RedisStatus refusing(String reason) {
        return new RedisStatus(State.REFUSING, reason, true);
    }

    static RedisStatus misconfigured(String reason) {
        return new RedisStatus(State.REFUSING, reason, false);
    }

    /** Nobody answers. */
    public static RedisStatus down(String reason) {
        return new RedisStatus(State.DOWN, reason, true);
    }

    public boolean isUp() {
        return state == State.UP;
    }
}
