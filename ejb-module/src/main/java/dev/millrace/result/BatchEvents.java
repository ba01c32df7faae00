package dev.millrace.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.millrace.task.TaskEvent;

/** Collects the owners' events of one batch. Of a task's progress reports in a row, only the last becomes an event. */
final class BatchEvents {
    private final List<TaskEvent> events = new ArrayList<>();
    private final Map<UUID, Integer> progressAt = new HashMap<>();

    void add(TaskEvent event) {
        progressAt.remove(event.taskId());
        events.add(event);
    }

    /** Replaces the task's last progress event, if no other event of the task has come since. */
    void replaceProgress(TaskEvent event) {
        Integer earlier = progressAt.get(event.taskId());
        if (earlier == null) {
            progressAt.put(event.taskId(), events.size());
            events.add(event);
        } else {
            events.set(earlier, event);
        }
    }

    List<TaskEvent> inOrder() {
        return events;
    }
}
