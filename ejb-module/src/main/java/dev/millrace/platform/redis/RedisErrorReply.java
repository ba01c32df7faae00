package dev.millrace.platform.redis;

import java.util.Optional;

import redis.clients.jedis.exceptions.JedisDataException;

import dev.millrace.platform.problem.Causes;
import dev.millrace.redis.PermanentRedisError;

/** Reads error replies of Redis. Their texts are Redis' own, and Millrace never shows them to people. */
final class RedisErrorReply {
    private static final String SCRIPT_USER = "The user executing the script can't";

    private RedisErrorReply() {}

    /** @param error thrown by a call */
    static RedisStatus statusOf(Throwable error) {
        Optional<PermanentRedisError> permanent = PermanentRedisError.in(error);
        if (permanent.isPresent()) {
            return RedisStatus.misconfigured(permanent.get().message());
        }
        return Causes.of(error)
                .filter(cause -> cause instanceof JedisDataException && cause.getMessage() != null)
                .findFirst()
                .map(answer -> parse(answer.getMessage(), null))
                .orElseGet(() -> RedisStatus.down("Redis does not answer."));
    }

    /**
     * @param message of the reply, its first word the kind of error
     * @param command that was rejected, null if unknown
     */
    static RedisStatus parse(String message, String command) {
        String kind = message.split("[ .]", 2)[0];
        return switch (kind) {
            case "OOM" -> RedisStatus.refusing("Redis rejects writes: out of memory (maxmemory).");
            case "MISCONF" -> RedisStatus.refusing("Redis rejects writes: cannot persist to disk (MISCONF).");
            case "READONLY" -> RedisStatus.refusing("Redis rejects writes: it is a replica (READONLY).");
            case "NOREPLICAS" -> RedisStatus.refusing("Redis rejects writes: too few replicas (NOREPLICAS).");
            case "NOPERM" -> noPermission(command);
            case "LOADING", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "BUSY" -> RedisStatus.down(
                    "Redis is not ready (" + kind + ").");
            default -> other(message, command);
        };
    }

    private static RedisStatus other(String message, String command) {
        if (message.contains(SCRIPT_USER)) {
            return noPermission(command);
        }
        if (message.contains("DB index is out of range")) {
            return RedisStatus.misconfigured("Redis has no database of the number in its address.");
        }
        if (message.contains("nknown command") || message.contains("nknown Redis command")) {
            return RedisStatus.misconfigured("Redis is too old, 7.0 or newer is needed.");
        }
        return RedisStatus.refusing("Redis answers with an error" + (command == null ? "." : " to " + command + "."));
    }

    private static RedisStatus noPermission(String command) {
        String sentence = PermanentRedisError.NO_PERMISSION.message();
        return RedisStatus.misconfigured(
                command == null ? sentence : sentence.replaceFirst("\\.$", ": " + command + "."));
    }
}
