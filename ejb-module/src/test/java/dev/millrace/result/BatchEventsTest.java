package dev.millrace.result;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.millrace.task.TaskEvent;

import static org.assertj.core.api.Assertions.assertThat;

class BatchEventsTest {
    private final UUID task = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private final BatchEvents buffer = new BatchEvents();

    @Test
    void the_last_of_several_progress_reports_stays_in_the_place_of_the_first() {
        buffer.replaceProgress(event(task, "10 %"));
        buffer.add(event(other, "running"));
        buffer.replaceProgress(event(task, "20 %"));

        assertThat(buffer.inOrder()).extracting(TaskEvent::data).containsExactly("20 %", "running");
    }

    @Test
    void progress_after_another_event_of_the_task_comes_after_it() {
        buffer.replaceProgress(event(task, "10 %"));
        buffer.add(event(task, "log"));
        buffer.replaceProgress(event(task, "20 %"));

        assertThat(buffer.inOrder()).extracting(TaskEvent::data).containsExactly("10 %", "log", "20 %");
    }

    private static TaskEvent event(UUID task, String data) {
        return new TaskEvent(UUID.randomUUID(), "progress", task, Instant.EPOCH, data);
    }
}
