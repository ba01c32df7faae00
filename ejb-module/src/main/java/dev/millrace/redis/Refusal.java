package dev.millrace.redis;

import redis.clients.jedis.exceptions.JedisDataException;

/** Reads what Redis answers instead of doing it. The texts are Redis's own; none of them goes on to people. */
final class Refusal {
    private static final String SCRIPT_USER = "The user executing the script can't";

    private Refusal() {}

    /** @param error what a call threw */
    static RedisVerdict behind(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof JedisDataException && cause.getMessage() != null) {
                return of(cause.getMessage(), null);
            }
        }
        return RedisVerdict.down("it does not answer");
    }

    /**
     * @param message as Redis answers, its first word the kind of error
     * @param command that was refused, null if it is not known
     */
    static RedisVerdict of(String message, String command) {
        String kind = message.split("[ .]", 2)[0];
        return switch (kind) {
            case "OOM" -> RedisVerdict.refusing("its memory is full (maxmemory): it takes no writes");
            case "MISCONF" -> RedisVerdict.refusing("it cannot save to its disk (MISCONF): it takes no writes");
            case "READONLY" -> RedisVerdict.refusing("it is a replica (READONLY): it takes no writes");
            case "NOREPLICAS" -> RedisVerdict.refusing("it has too few replicas (NOREPLICAS): it takes no writes");
            case "WRONGPASS" -> RedisVerdict.refusingForGood("the user or the password is wrong");
            case "NOAUTH" -> RedisVerdict.refusingForGood("it wants a password");
            case "NOPERM" -> RedisVerdict.refusingForGood(noPermission(command));
            case "LOADING", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "BUSY" -> RedisVerdict.down(
                    "it is not ready (" + kind + ")");
            default -> other(message, command);
        };
    }

    private static RedisVerdict other(String message, String command) {
        if (message.contains(SCRIPT_USER)) {
            return RedisVerdict.refusingForGood(noPermission(command));
        }
        if (message.contains("AUTH") && message.contains("without any password configured")) {
            return RedisVerdict.refusingForGood("it has no password, but one is configured here");
        }
        if (message.contains("DB index is out of range")) {
            return RedisVerdict.refusingForGood("it has no database of this number");
        }
        if (message.contains("nknown command") || message.contains("nknown Redis command")) {
            return RedisVerdict.refusingForGood("it is too old, Redis 7.0 or newer is needed");
        }
        return RedisVerdict.refusing("it answers with an error" + (command == null ? "" : " to " + command));
    }

    private static String noPermission(String command) {
        return "its user may not do what Millrace needs" + (command == null ? "" : ": " + command)
                + " (on keys and channels millrace:*)";
    }
}
