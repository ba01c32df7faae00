package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Throws or returns invalid values. */
@TaskType(
        name = "break",
        title = "Break",
        description = "Throws or returns what nobody should.",
        example = "{\"text\":\"mute\"}")
public final class Break implements TaskHandler<Text, Fragile> {
    @Override
    public Fragile run(Text parameters, TaskContext context) {
        switch (parameters.text()) {
            case "null" -> {
                return null;
            }
            case "accessor" -> {
                return new Fragile("accessor");
            }
            case "overflow" -> new Explode().run(parameters, context);
            default -> Hostile.<RuntimeException>sneak(Hostile.of(parameters.text()));
        }
        return new Fragile("well");
    }
}
