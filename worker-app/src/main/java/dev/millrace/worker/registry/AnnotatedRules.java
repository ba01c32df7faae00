package dev.millrace.worker.registry;

import java.time.Duration;

import dev.millrace.contract.TaskTypeRules;
import dev.millrace.contract.configuration.Durations;
import dev.millrace.worker.api.TaskType;

/** Reads a type's isolation, limits and uniqueness from its annotation. */
final class AnnotatedRules {
    private AnnotatedRules() {}

    /** @throws IllegalArgumentException if one of them is malformed */
    static TaskTypeRules of(TaskType type) {
        Rate rate = type.rate().isEmpty() ? null : Rate.parse(type.rate());
        return new TaskTypeRules(
                type.isolated(),
                Durations.parse(type.grace()),
                type.concurrency() == 0 ? null : type.concurrency(),
                rate == null ? null : rate.count(),
                rate == null ? null : rate.period(),
                type.uniqueFor().isEmpty() ? null : Durations.parse(type.uniqueFor()),
                type.uniqueRefuse());
    }

    /** A number of tasks within a period. */
    private record Rate(int count, Duration period) {
        static Rate parse(String text) {
            String[] parts = text.split("/", -1);
            if (parts.length != 2 || !parts[0].matches("\\d{1,9}")) {
                throw new IllegalArgumentException("must be a rate such as 100/1m");
            }
            return new Rate(Integer.parseInt(parts[0]), Durations.parse(parts[1]));
        }
    }
}
