package dev.millrace.bench.client;

import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Requests for the bench's tasks, as JSON. */
public final class TaskRequests {
    static final int MIDDLE_PRIORITY = 5;

    private TaskRequests() {}

    /** The request for a task of type {@code nothing} with that number. */
    public static String nothing(long n) {
        return "{\"type\":\"nothing\",\"parameters\":{\"n\":" + n + "}}";
    }

    /** The request for so many of them at once, numbered from {@code first}. */
    static String nothings(long first, int count, int priority) {
        return batch(
                first,
                count,
                n -> "{\"type\":\"nothing\",\"priority\":" + priority + ",\"parameters\":{\"n\":" + n + "}}");
    }

    /** The request for so many tasks of type {@code burn} at once, numbered from {@code first}. */
    static String burns(long first, int count, long rounds) {
        return batch(
                first, count, n -> "{\"type\":\"burn\",\"parameters\":{\"n\":" + n + ",\"rounds\":" + rounds + "}}");
    }

    private static String batch(long first, int count, LongFunction<String> request) {
        return LongStream.range(first, first + count)
                .mapToObj(request)
                .collect(Collectors.joining(",", "{\"tasks\":[", "]}"));
    }
}
