package dev.millrace.monitoring.health;

import java.util.Set;
import java.util.stream.Collectors;

/** Names of queues for a line of the log, of bounded length. */
final class QueueNames {
    private static final int NAMED = 5;

    private QueueNames() {}

    /** The first ones by name and how many more: "a, b, c, d, e and 195 more". */
    static String abbreviated(Set<String> queues) {
        String first = queues.stream().sorted().limit(NAMED).collect(Collectors.joining(", "));
        return queues.size() <= NAMED ? first : first + " and " + (queues.size() - NAMED) + " more";
    }
}
