package dev.millrace.contract;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why Redis refuses in a way that waiting does not heal. Being away, loading, failing over, read-only or full is none of these:
 * it passes.
 */
public enum PermanentRedisError {
    /** User or password are not the right ones, or the user is off. */
    WRONG_PASSWORD("Redis does not accept this user and password.", "WRONGPASS", "ERR invalid password"),
    /** A password is wanted and none was given. */
    NO_PASSWORD("Redis wants a password.", "NOAUTH"),
    /** A password was given, and Redis has none. */
    NEEDLESS_PASSWORD("Redis has no password, but one was given.", "ERR AUTH <password> called without any password"),
    /** The user may not do what Millrace has to do. */
    NO_PERMISSION(
            "The user of Redis lacks a permission that Millrace needs.", "NOPERM", "ERR The user executing the script"),
    /** Redis runs in protected mode and takes no connections from other machines. */
    PROTECTED("Redis runs in protected mode and takes no connections from here.", "DENIED");

    private static final int DEEPEST_CAUSE = 10;

    private final String sentence;
    private final String[] beginnings;

    PermanentRedisError(String sentence, String... beginnings) {
        this.sentence = sentence;
        this.beginnings = beginnings;
    }

    /** @return what to tell the operator; has no secret in it */
    public String sentence() {
        return sentence;
    }

    /** Looks for a refusal in what a Redis client threw, and in its causes. */
    public static Optional<PermanentRedisError> of(Throwable failure) {
        return replies(failure).flatMap(reply -> ofReply(reply).stream()).findFirst();
    }

    /** @return what to tell the operator of a refusal, with Redis' own words where they say more; empty if it is none */
    public static Optional<String> sentenceOf(Throwable failure) {
        return replies(failure)
                .flatMap(reply -> ofReply(reply).stream().map(refusal -> refusal.sentence(reply)))
                .findFirst();
    }

    private String sentence(String reply) {
        return this == NO_PERMISSION ? sentence + " Redis says: " + reply : sentence;
    }

    private static Stream<String> replies(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull);
    }

    private static Optional<PermanentRedisError> ofReply(String reply) {
        return Arrays.stream(values())
                .filter(refusal -> Arrays.stream(refusal.beginnings).anyMatch(reply::startsWith))
                .findFirst();
    }
}
