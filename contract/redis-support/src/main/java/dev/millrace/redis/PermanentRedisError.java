package dev.millrace.redis;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An error of Redis that waiting does not resolve. Redis may also be down, loading, failing over, read-only or full.
 * Those states pass, and none of them is listed here.
 */
public enum PermanentRedisError {
    /** The user or the password is incorrect, or the user is disabled. */
    WRONG_PASSWORD("Redis rejects this user and password.", "WRONGPASS", "ERR invalid password"),
    /** Redis requires a password, and the client sent none. */
    NO_PASSWORD("Redis requires a password.", "NOAUTH"),
    /** The client sent a password, and Redis requires none. */
    UNEXPECTED_PASSWORD("Redis has no password, but one was given.", "ERR AUTH <password> called without any password"),
    /** The user lacks a permission that Millrace needs. */
    NO_PERMISSION(
            "The Redis user lacks a permission that Millrace needs.", "NOPERM", "ERR The user executing the script"),
    /** Redis runs in protected mode and rejects connections from other hosts. */
    PROTECTED_MODE("Redis runs in protected mode and rejects connections from this host.", "DENIED");

    private static final int MAX_CAUSES = 10;

    private final String message;
    private final String[] prefixes;

    PermanentRedisError(String message, String... prefixes) {
        this.message = message;
        this.prefixes = prefixes;
    }

    /** @return a sentence for the operator, without secrets */
    public String message() {
        return message;
    }

    /** Looks for such an error in an exception of a Redis client and in its causes. */
    public static Optional<PermanentRedisError> in(Throwable failure) {
        return replies(failure).flatMap(reply -> ofReply(reply).stream()).findFirst();
    }

    /** @return a sentence for the operator, with Redis' own words where they say more; empty if the error may pass */
    public static Optional<String> messageFor(Throwable failure) {
        return replies(failure)
                .flatMap(reply -> ofReply(reply).stream().map(error -> error.message(reply)))
                .findFirst();
    }

    private String message(String reply) {
        return this == NO_PERMISSION ? message + " Redis says: " + reply : message;
    }

    private static Stream<String> replies(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull);
    }

    private static Optional<PermanentRedisError> ofReply(String reply) {
        return Arrays.stream(values())
                .filter(error -> Arrays.stream(error.prefixes).anyMatch(reply::startsWith))
                .findFirst();
    }
}
