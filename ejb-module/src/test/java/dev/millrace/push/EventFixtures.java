package dev.millrace.push;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.task.TaskEvent;

/** Events and settings for tests, with only the values that matter there. */
final class EventFixtures {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private EventFixtures() {}

    static TaskEvent event(UUID user, String kind) {
        return new TaskEvent(user, kind, UUID.randomUUID(), NOW, "{\"state\":\"" + kind + "\"}");
    }

    static List<TaskEvent> events(UUID user, int number) {
        return IntStream.range(0, number).mapToObj(i -> event(user, "progress")).toList();
    }

    static PushSettings settings(int history) {
        return PushSettings.from(new ConfigReader(
                key -> Optional.of(Integer.toString(history)).filter(it -> key.equals("millrace.push.history"))));
    }
}
