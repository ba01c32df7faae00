package dev.millrace.catalogue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.millrace.contract.TaskTypeAnnouncement;

/** Differences between two announcements of a task type, for the audit log. */
final class TypeChange {
    private static final int MAX_SHOWN = 60;

    private TypeChange() {}

    /** @return the members that differ, short ones with both values; empty if none differs */
    static String between(TaskTypeAnnouncement known, TaskTypeAnnouncement announced) {
        Map<String, String> before = known.toFields();
        Map<String, String> after = new LinkedHashMap<>(announced.toFields());
        before.keySet().forEach(name -> after.putIfAbsent(name, null));
        return after.keySet().stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> described(name, before.get(name), after.get(name)))
                .collect(Collectors.joining(", "));
    }

    private static String described(String name, String before, String after) {
        return isShort(before) && isShort(after) ? name + " " + before + " → " + after : name;
    }

    private static boolean isShort(String value) {
        return value == null || value.length() <= MAX_SHOWN;
    }
}
