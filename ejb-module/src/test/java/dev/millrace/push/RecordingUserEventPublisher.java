package dev.millrace.push;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.millrace.task.TaskEvent;

/** Records events instead of delivering them; can fail, as during an outage of Redis. */
public final class RecordingUserEventPublisher extends UserEventPublisher {
    private final List<TaskEvent> published = new ArrayList<>();
    private RuntimeException failure;
    private UUID unpublished;
    private RuntimeException failureOfTask;

    /** Only the next call fails. */
    public void failOnce(RuntimeException e) {
        failure = e;
    }

    /** No event of this task can be written. */
    public void failFor(UUID task, RuntimeException e) {
        unpublished = task;
        failureOfTask = e;
    }

    @Override
    public synchronized void append(List<TaskEvent> events) {
        if (failure != null) {
            RuntimeException now = failure;
            failure = null;
            throw now;
        }
        if (events.stream().anyMatch(event -> event.taskId().equals(unpublished))) {
            throw failureOfTask;
        }
        published.addAll(events);
    }

    @Override
    public void appendAsync(List<TaskEvent> events) {
        append(events);
    }

    public synchronized List<String> kindsOf(UUID task) {
        return published.stream()
                .filter(event -> event.taskId().equals(task))
                .map(TaskEvent::kind)
                .toList();
    }
}
