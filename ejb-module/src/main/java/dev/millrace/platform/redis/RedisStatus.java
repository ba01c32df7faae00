package dev.millrace.platform.redis;

/**
 * Result of a check of Redis.
 *
 * @param reason why it is not {@link State#UP}, for people; null when it is
 * @param recoverable whether waiting may help; it does not help against a wrong password
 */
public record RedisStatus(State state, String reason, boolean recoverable) {
    /** State of Redis for Millrace. */
    public enum State {
        /** Answers, and accepts writes. */
        UP,
        /** Answers, but rejects a command that Millrace needs, or may evict keys. */
        REFUSING,
        /** Does not answer. */
        DOWN
    }

    /** Redis is up. */
    public static final RedisStatus UP = new RedisStatus(State.UP, null, true);

    static RedisStatus refusing(String reason) {
        return new RedisStatus(State.REFUSING, reason, true);
    }

    static RedisStatus misconfigured(String reason) {
        return new RedisStatus(State.REFUSING, reason, false);
    }

    /** Redis does not answer. */
    public static RedisStatus down(String reason) {
        return new RedisStatus(State.DOWN, reason, true);
    }

    public boolean isUp() {
        return state == State.UP;
    }
}
