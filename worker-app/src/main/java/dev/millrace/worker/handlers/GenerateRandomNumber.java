package dev.millrace.worker.handlers;

import java.util.concurrent.ThreadLocalRandom;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.millrace.worker.api.Parameter;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

@TaskType(
        name = "generate_random_number",
        title = "Random number",
        description = "Picks a whole number between two bounds, both included.",
        example = "{\"min_value\": 1, \"max_value\": 100}")
public final class GenerateRandomNumber implements TaskHandler<GenerateRandomNumber.Range, GenerateRandomNumber.Drawn> {
    public record Range(
            @Parameter(title = "At least", defaultsTo = "1") @JsonProperty("min_value") long min,
            @Parameter(title = "At most", defaultsTo = "100") @JsonProperty("max_value") long max) {
        public Range {
            if (min > max) {
                throw new IllegalArgumentException("min_value " + min + " is greater than max_value " + max);
            }
        }
    }

    public record Drawn(long value) {}

    @Override
    public Drawn run(Range bounds, TaskContext context) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new Drawn(
                bounds.max() == Long.MAX_VALUE
                        ? random.nextLong(bounds.min(), bounds.max())
                        : random.nextLong(bounds.min(), bounds.max() + 1));
    }
}
