package dev.millrace.worker.child;

import java.util.regex.Pattern;

/**
 * What child processes may do.
 *
 * @param tasks after how many tasks one is replaced, from 1
 * @param memory greatest heap, as for the JVM's {@code -Xmx}: digits and {@code k}, {@code m} or {@code g}
 */
public record ChildSettings(int tasks, String memory) {
    private static final Pattern MEMORY = Pattern.compile("[1-9]\\d{0,8}[kmgKMG]");

    public ChildSettings {
        if (tasks < 1) {
            throw new IllegalArgumentException("a child process runs at least one task, not " + tasks);
        }
        if (!MEMORY.matcher(memory).matches()) {
            throw new IllegalArgumentException("'" + memory + "' is not an amount of memory such as 512m or 2g");
        }
    }
}
