package dev.millrace.itests.faults.handlers;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.millrace.worker.api.TaskContext;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

/** A handler's trace in the world outside: an idempotent effect under the task's id, and an entry for each start. */
public final class Effect {
    /** System property with the folder that all effects go into. */
    public static final String FOLDER = "millrace.faults.effects";

    /** File with one line for each start: task, attempt, process. */
    public static final String BEGINNINGS = "beginnings";

    /** Folder with one file for each task whose effect is there. */
    public static final String APPLIED = "applied";

    private Effect() {}

    static void begins(TaskContext task) throws IOException {
        String line = task.taskId() + " " + task.attempt() + " "
                + ProcessHandle.current().pid() + "\n";
        Files.writeString(folder().resolve(BEGINNINGS), line, CREATE, APPEND);
    }

    /** The task id is the key: a second time changes nothing. */
    static void applies(TaskContext task) throws IOException {
        Path file = folder().resolve(APPLIED).resolve(task.taskId().toString());
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            task.log("the effect of " + file.getFileName() + " is there already");
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty(FOLDER));
    }
}
