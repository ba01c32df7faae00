package dev.millrace.testhandlers;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Stops the thread of its process that has this name, again after each restart. */
@TaskType(
        name = "end_thread",
        title = "End thread",
        description = "Ends a thread of its process.",
        example = "{\"text\":\"millrace-writer\"}")
public final class EndThread implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) throws ReflectiveOperationException {
        Thread victim = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(parameters.text()))
                .findFirst()
                .orElseThrow();
        while (victim.isAlive()) {
            Thread.class.getMethod("stop").invoke(victim); // deprecated, so the compiler would warn
        }
        return parameters;
    }
}
