package dev.millrace.web.push;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

import dev.millrace.platform.config.ConfigReader;
import dev.millrace.push.ConnectionIdentity;
import dev.millrace.push.PushSettings;
import dev.millrace.push.StoredEvent;
import dev.millrace.push.StreamPosition;
import dev.millrace.testkit.clock.MutableClock;

/** Events and positions of one user. */
final class FrameFixtures {
    static final UUID USER = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID TASK = UUID.fromString("00000000-0000-7000-8000-0000000000aa");
    static final UUID OTHER_TASK = UUID.fromString("00000000-0000-7000-8000-0000000000bb");
    static final ConnectionIdentity IDENTITY = new ConnectionIdentity(
            USER, UUID.randomUUID(), "the miller", MutableClock.START.plus(Duration.ofMinutes(15)));

    private FrameFixtures() {}

    static StreamPosition at(long offset) {
        return new StreamPosition("0123456789abcdef", offset, 7);
    }

    static StoredEvent event(long offset, String kind, UUID task) {
        return new StoredEvent(at(offset), kind, task, MutableClock.START, "{\"id\":\"" + task + "\"}");
    }

    static StoredEvent progress(long offset, UUID task) {
        return event(offset, "progress", task);
    }

    /** Log messages, which never coalesce. */
    static List<StoredEvent> logLines(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(offset -> event(offset, "log", TASK))
                .toList();
    }

    static List<Frame> frames(StoredEvent... events) {
        return CloudEvents.of(List.of(events));
    }

    /** As by default, but with room for eight frames. */
    static PushSettings settings() {
        return PushSettings.from(
                new ConfigReader(key -> Optional.of("8").filter(it -> key.equals("millrace.push.send-queue"))));
    }
}
