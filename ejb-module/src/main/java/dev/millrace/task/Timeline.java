package dev.millrace.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.json.stream.JsonGenerator;

/** What happened to a task, in order, put together from its row, its attempts and its log. */
final class Timeline {
    private record Moment(
            Instant at, String kind, Integer attempt, String worker, String message, String errorType, String trace) {}

    private Timeline() {}

    /** Writes the member {@code timeline} of the task's JSON. */
    static void write(JsonGenerator json, FindTasks.Story story) {
        json.writeStartArray("timeline");
        for (Moment moment : moments(story)) {
            json.writeStartObject();
            TaskView.write(json, "at", moment.at());
            json.write("kind", moment.kind());
            if (moment.attempt() != null) {
                json.write("attempt", moment.attempt());
            }
            if (moment.worker() != null) {
                json.write("worker", moment.worker());
            }
            if (moment.errorType() != null) {
                json.writeStartObject("error");
                json.write("type", moment.errorType());
                TaskView.write(json, "message", moment.message());
                TaskView.write(json, "trace", moment.trace());
                json.writeEnd();
            } else if (moment.message() != null) {
                json.write("message", moment.message());
            }
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static List<Moment> moments(FindTasks.Story story) {
        Task task = story.task();
        List<Moment> all = new ArrayList<>();
        all.add(new Moment(task.createdAt(), "submitted", null, null, null, null, null));
        for (Attempt attempt : story.attempts()) {
            if (attempt.startedAt() != null) {
                all.add(moment(attempt.startedAt(), "started", attempt.attempt(), attempt.worker()));
            }
            all.add(new Moment(
                    attempt.finishedAt(),
                    attempt.outcome(),
                    attempt.attempt(),
                    attempt.worker(),
                    attempt.errorMessage(),
                    attempt.errorType(),
                    attempt.errorTrace()));
        }
        for (LogLine line : story.lines()) {
            all.add(new Moment(line.at(), line.kind(), line.attempt(), line.worker(), line.line(), null, null));
        }
        if (task.state().isInFlight()) {
            all.add(moment(task.queuedAt(), "queued", task.attempt(), null));
            if (task.startedAt() != null) {
                all.add(moment(task.startedAt(), "started", task.attempt(), task.worker()));
            }
        }
        all.sort(Comparator.comparing(Moment::at));
        return all;
    }

    private static Moment moment(Instant at, String kind, int attempt, String worker) {
        return new Moment(at, kind, attempt, worker, null, null, null);
    }
}
