package dev.millrace.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names of the last unsuited workers that released a task, as one text. */
final class UnsuitedWorkers {
    private static final int MAX_NAMES = 4;
    private static final String SEPARATOR = ", ";

    private UnsuitedWorkers() {}

    /** @param names null = none yet */
    static String with(String names, String worker) {
        List<String> all = new ArrayList<>(names == null ? List.of() : Arrays.asList(names.split(SEPARATOR)));
        all.remove(worker);
        all.add(worker);
        return String.join(SEPARATOR, all.subList(Math.max(0, all.size() - MAX_NAMES), all.size()));
    }
}
