package dev.millrace.catalogue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.contract.TaskTypeRules;

/** Announcements of task types for tests, with only the values that matter there. */
public final class TestAnnouncements {
    private static final String TEXT_SCHEMA =
            "{\"type\":\"object\",\"properties\":{\"text\":{\"type\":\"string\",\"maxLength\":10}},\"required\":[\"text\"]}";

    private TestAnnouncements() {}

    public static TaskTypeAnnouncement of(String name) {
        return of(name, "default", TEXT_SCHEMA);
    }

    public static TaskTypeAnnouncement inQueue(String name, String queue) {
        return of(name, queue, TEXT_SCHEMA);
    }

    static TaskTypeAnnouncement of(String name, String queue, String parametersSchema) {
        return new TaskTypeAnnouncement(
                name,
                "Title of " + name,
                "What it does.",
                queue,
                parametersSchema,
                "{}",
                "{\"text\":\"mill\"}",
                Duration.ofSeconds(90),
                4,
                Duration.ofSeconds(2),
                Duration.ofMinutes(3),
                TaskTypeRules.NONE);
    }

    /** A catalogue of these types only. */
    public static Catalogue catalogueOf(Clock clock, TaskTypeAnnouncement... known) {
        return new Catalogue(
                new TaskTypes() {
                    @Override
                    public List<TaskTypeAnnouncement> all() {
                        return List.of(known);
                    }

                    @Override
                    public Set<String> hidden() {
                        return Set.of();
                    }
                },
                clock);
    }
}
