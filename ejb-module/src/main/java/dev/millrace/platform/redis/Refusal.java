package dev.millrace.platform.redis;

import java.util.Optional;

import redis.clients.jedis.exceptions.JedisDataException;

import dev.millrace.contract.RedisRefusal;
import dev.millrace.platform.problem.Causes;

/** Reads what Redis answers instead of doing it. The texts are Redis's own; none of them goes on to people. */
final class Refusal {
    private static final String SCRIPT_USER = "The user executing the script can't";

    private Refusal() {}

    /** @param error what a call threw */
    static RedisVerdict behind(Throwable error) {
        Optional<RedisRefusal> lasting = RedisRefusal.of(error);
        if (lasting.isPresent()) {
            return RedisVerdict.refusingForGood(lasting.get().sentence());
        }
        return Causes.of(error)
                .filter(cause -> cause instanceof JedisDataException && cause.getMessage() != null)
                .findFirst()
                .map(answer -> of(answer.getMessage(), null))
                .orElseGet(() -> RedisVerdict.down("Redis does not answer."));
    }

    /**
     * @param message as Redis answers, its first word the kind of error
     * @param command that was refused, null if it is not known
     */
    static RedisVerdict of(String message, String command) {
        String kind = message.split("[ .]", 2)[0];
        return switch (kind) {
            case "OOM" -> RedisVerdict.refusing("Redis takes no writes, its memory is full (maxmemory).");
            case "MISCONF" -> RedisVerdict.refusing("Redis takes no writes, it cannot save to its disk (MISCONF).");
            case "READONLY" -> RedisVerdict.refusing("Redis takes no writes, it is a replica (READONLY).");
            case "NOREPLICAS" -> RedisVerdict.refusing("Redis takes no writes, it has too few replicas (NOREPLICAS).");
            case "NOPERM" -> noPermission(command);
            case "LOADING", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "BUSY" -> RedisVerdict.down(
                    "Redis is not ready (" + kind + ").");
            default -> other(message, command);
        };
    }

    private static RedisVerdict other(String message, String command) {
        if (message.contains(SCRIPT_USER)) {
            return noPermission(command);
        }
        if (message.contains("DB index is out of range")) {
            return RedisVerdict.refusingForGood("Redis has no database of the number in its address.");
        }
        if (message.contains("nknown command") || message.contains("nknown Redis command")) {
            return RedisVerdict.refusingForGood("Redis is too old, 7.0 or newer is needed.");
        }
        return RedisVerdict.refusing("Redis answers with an error" + (command == null ? "." : " to " + command + "."));
    }

    private static RedisVerdict noPermission(String command) {
        String sentence = RedisRefusal.NO_PERMISSION.sentence();
        return RedisVerdict.refusingForGood(
                command == null ? sentence : sentence.replaceFirst("\\.$", ": " + command + "."));
    }
}
