package dev.millrace.task;

import java.io.StringWriter;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

import jakarta.json.stream.JsonGenerator;

import dev.millrace.platform.json.Json;

/** A task as its owner sees it, in JSON: one shape for REST and for events. */
public final class TaskView {
    private TaskView() {}

    /** The task with the JSON of its own row; the rest is marked as omitted. */
    public static String of(Task task) {
        return of(task, (String) null);
    }

    /** With a notice for its owner, or null. */
    public static String of(Task task, String notice) {
        return of(task, notice, null);
    }

    /** With the owner's username, null = left out. */
    public static String of(Task task, String notice, String ownerName) {
        return render(task, task.parameters(), task.result(), json -> writeNotice(json, notice, ownerName));
    }

    /** With all its JSON and its timeline; and the owner's username, null = left out. */
    public static String of(Tasks.TaskDetail detail, String notice, String ownerName) {
        return render(detail.task(), detail.parameters(), detail.result(), json -> {
            writeNotice(json, notice, ownerName);
            Timeline.write(json, detail);
        });
    }

    /** The event of the task's present state. */
    public static TaskEvent stateEvent(Task task, Instant at) {
        return new TaskEvent(task.owner(), task.state().eventKind(), task.id(), at, of(task));
    }

    /**
     * The event of the present state of a task that may wait.
     *
     * @param notices gives the notice for its owner, or null
     */
    public static TaskEvent stateEvent(Task task, Instant at, Function<Task, String> notices) {
        return new TaskEvent(task.owner(), task.state().eventKind(), task.id(), at, of(task, notices.apply(task)));
    }

    /** The event of progress or of a log message, which changes no state. */
    public static TaskEvent progressEvent(Task task, String kind, Instant at, String logLine) {
        String data = render(task, task.parameters(), task.result(), json -> {
            json.writeNull("notice");
            if (logLine != null) {
                json.write("logLine", logLine);
            }
        });
        return new TaskEvent(task.owner(), kind, task.id(), at, data);
    }

    /**
     * @param parameters JSON text, null = omitted
     * @param result JSON text, null = none or omitted
     * @param more writes further members
     */
    private static String render(Task task, String parameters, String result, Consumer<JsonGenerator> more) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = Json.createGenerator(text)) {
            json.writeStartObject();
            json.write("id", task.id().toString());
            json.write("type", task.type());
            json.write("queue", task.queue());
            json.write("owner", task.owner().toString());
            json.write("state", task.state().name());
            json.write("priority", task.priority());
            json.write("attempt", task.attempt());
            json.write("maxAttempts", task.maxAttempts());
            json.write("progress", task.progress());
            write(json, "progressMessage", task.progressMessage());
            write(json, "worker", task.worker());
            write(json, "createdAt", task.createdAt());
            write(json, "runAt", task.runAt());
            write(json, "queuedAt", task.queuedAt());
            write(json, "startedAt", task.startedAt());
            write(json, "finishedAt", task.finishedAt());
            json.write("revision", task.revision());
            write(json, "cancelRequestedAt", task.cancelRequestedAt());
            write(json, "parkedBy", task.parkedBy());
            writeFormerNames(json, task);
            json.write("blocked", task.isBlocked());
            write(json, "workflow", task.workflow());
            writeError(json, task.errorType(), task.errorMessage());
            if (result == null && task.hasResult()) {
                json.write("resultOmitted", true);
            }
            more.accept(json);
            json.writeEnd();
        }
        // Parameters and result are JSON already: this copies them instead of parsing and writing them again.
        text.getBuffer().setLength(text.getBuffer().length() - 1);
        if (parameters != null) {
            text.append(",\"parameters\":").append(parameters);
        }
        if (result != null || !task.hasResult()) {
            text.append(",\"result\":").append(result);
        }
        return text.append('}').toString();
    }

    /** Clients of 0.1 read these names; 0.3 removes them. */
    private static void writeFormerNames(JsonGenerator json, Task task) {
        write(json, "cancelAskedAt", task.cancelRequestedAt());
        write(json, "keptBy", task.parkedBy());
    }

    private static void writeNotice(JsonGenerator json, String notice, String ownerName) {
        write(json, "notice", notice);
        if (ownerName != null) {
            json.write("ownerName", ownerName);
        }
    }

    static void writeError(JsonGenerator json, String type, String message) {
        if (type == null) {
            json.writeNull("error");
            return;
        }
        json.writeStartObject("error");
        json.write("type", type);
        write(json, "message", message);
        json.writeEnd();
    }

    static void write(JsonGenerator json, String name, Object value) {
        if (value == null) {
            json.writeNull(name);
        } else {
            json.write(name, value.toString());
        }
    }
}
