package dev.millrace.testhandlers;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Runs a shell command that shares the streams and the environment of its process; returns its exit code. */
@TaskType(
        name = "isolated_subprocess",
        title = "Subprocess",
        description = "Runs a shell command.",
        example = "{\"text\":\"true\"}",
        isolated = true)
public final class Subprocess implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("/bin/sh", "-c", parameters.text())
                .inheritIO()
                .start();
        boolean ended = process.waitFor(20, TimeUnit.SECONDS);
        process.destroyForcibly();
        return new Text(ended ? "ended with " + process.exitValue() : "still runs");
    }
}
