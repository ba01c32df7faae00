package dev.millrace.testhandlers;

import java.time.Duration;

import dev.millrace.worker.api.DoNotRetry;
import dev.millrace.worker.api.RetryLater;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Fails, and reports whether another attempt can help: after so many milliseconds, or never. */
@TaskType(
        name = "refuse",
        title = "Refuse",
        description = "Fails and says what then.",
        example = "{\"text\":\"never\"}")
public final class Refuse implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) throws DoNotRetry, RetryLater {
        if (parameters.text().equals("never")) {
            throw new DoNotRetry("there is nothing to be had", new IllegalArgumentException("never"));
        }
        throw new RetryLater(Duration.ofMillis(Long.parseLong(parameters.text())), "come back later");
    }
}
