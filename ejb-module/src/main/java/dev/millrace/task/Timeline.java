package dev.millrace.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.json.stream.JsonGenerator;

/** The timeline of a task, in order, from its row, its attempts and its log. */
final class Timeline {
    /** One entry of the timeline; {@code attempt} is the attempt that it finishes, or null. */
    private record TimelineEntry(
            Instant at, String kind, Integer number, String worker, String message, Attempt attempt) {}

    private Timeline() {}

    /** Writes the member {@code timeline} of the task's JSON. */
    static void write(JsonGenerator json, Tasks.TaskDetail detail) {
        json.writeStartArray("timeline");
        for (TimelineEntry entry : entries(detail)) {
            json.writeStartObject();
            TaskView.write(json, "at", entry.at());
            json.write("kind", entry.kind());
            if (entry.number() != null) {
                json.write("attempt", entry.number());
            }
            if (entry.worker() != null) {
                json.write("worker", entry.worker());
            }
            if (entry.message() != null) {
                json.write("message", entry.message());
            }
            if (entry.attempt() != null) {
                writeOutcome(json, entry.attempt());
            }
            json.writeEnd();
        }
        json.writeEnd();
    }

    private static void writeOutcome(JsonGenerator json, Attempt attempt) {
        json.write("progress", attempt.progress());
        if (attempt.errorType() != null) {
            json.writeStartObject("error");
            json.write("type", attempt.errorType());
            TaskView.write(json, "message", attempt.errorMessage());
            TaskView.write(json, "trace", attempt.errorTrace());
            json.writeEnd();
        }
    }

    private static List<TimelineEntry> entries(Tasks.TaskDetail detail) {
        Task task = detail.task();
        List<TimelineEntry> all = new ArrayList<>();
        all.add(new TimelineEntry(task.createdAt(), "submitted", null, null, null, null));
        for (Attempt attempt : detail.attempts()) {
            addStart(all, attempt.queuedAt(), attempt.startedAt(), attempt.attempt(), attempt.worker());
            all.add(new TimelineEntry(
                    attempt.finishedAt(),
                    attempt.outcome(),
                    attempt.attempt(),
                    attempt.worker(),
                    attempt.progressMessage(),
                    attempt));
        }
        for (LogLine line : detail.lines()) {
            all.add(new TimelineEntry(line.at(), line.kind(), line.attempt(), line.worker(), line.line(), null));
        }
        if (task.state().isInFlight()) {
            addStart(all, task.queuedAt(), task.startedAt(), task.attempt(), task.worker());
        }
        all.sort(Comparator.comparing(TimelineEntry::at)
                .thenComparing(Timeline::attemptOf)
                .thenComparing(Timeline::rank));
        return all;
    }

    private static int attemptOf(TimelineEntry entry) {
        return entry.number() == null ? 0 : entry.number();
    }

    /** The order of entries within an attempt that have the same millisecond. */
    private static int rank(TimelineEntry entry) {
        if (entry.attempt() != null) {
            return 3;
        }
        return switch (entry.kind()) {
            case "queued" -> 0;
            case "started" -> 1;
            default -> 2;
        };
    }

    private static void addStart(List<TimelineEntry> all, Instant queued, Instant started, int attempt, String worker) {
        if (queued != null) {
            all.add(new TimelineEntry(queued, "queued", attempt, null, null, null));
        }
        if (started != null) {
            all.add(new TimelineEntry(started, "started", attempt, worker, null, null));
        }
    }
}
