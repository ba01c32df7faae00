package dev.millrace.worker.child;

import java.util.regex.Pattern;

/**
 * Limits of child processes.
 *
 * @param tasks after how many tasks the worker replaces a child, 1 to 1,000,000
 * @param memory greatest heap, as for the JVM's {@code -Xmx}: digits and {@code k}, {@code m} or {@code g}
 */
public record ChildSettings(int tasks, String memory) {
    private static final int MAX_TASKS = 1_000_000;
    private static final Pattern MEMORY = Pattern.compile("[1-9]\\d{0,8}[kmgKMG]");

    public ChildSettings {
        if (tasks < 1 || tasks > MAX_TASKS) {
            throw new IllegalArgumentException("1 to " + MAX_TASKS + " tasks of a child process allowed");
        }
        if (!MEMORY.matcher(memory).matches()) {
            throw new IllegalArgumentException("must be an amount of memory such as 512m or 2g");
        }
    }
}
