package dev.millrace.worker.child;

import java.util.regex.Pattern;

/**
 * What child processes may do.
 *
 * @param tasks after how many tasks one is replaced, 1 to 1,000,000
 * @param memory greatest heap, as for the JVM's {@code -Xmx}: digits and {@code k}, {@code m} or {@code g}
 */
public record ChildSettings(int tasks, String memory) {
    private static final int MOST_TASKS = 1_000_000;
    private static final Pattern MEMORY = Pattern.compile("[1-9]\\d{0,8}[kmgKMG]");

    public ChildSettings {
        if (tasks < 1 || tasks > MOST_TASKS) {
            throw new IllegalArgumentException(
                    "1 to " + MOST_TASKS + " tasks of a child process allowed, not " + tasks);
        }
        if (!MEMORY.matcher(memory).matches()) {
            throw new IllegalArgumentException("'" + memory + "' is not an amount of memory such as 512m or 2g");
        }
    }
}
