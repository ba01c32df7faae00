package dev.millrace.testkit.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/** The events of one connection in the order of their arrival. */
public final class ReceivedEvents {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private int read;

    void add(Event event) {
        events.add(event);
    }

    /**
     * Waits for the next event of that kind and skips the ones before it.
     *
     * @throws AssertionError if none comes in time
     */
    public Event next(String kind) {
        return next(kind, event -> event.kind().equals(kind));
    }

    /** The same by the event's whole type. */
    public Event nextOf(String type) {
        return next(type, event -> event.json().path("type").asText().equals(type));
    }

    private Event next(String what, Predicate<Event> condition) {
        try {
            await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(20)).until(() -> advanceTo(condition));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no '" + what + "' came; there were " + kinds(), e);
        }
        return events.get(read - 1);
    }

    /** All task events so far. */
    public List<Event> received() {
        return events.stream()
                .filter(event -> !event.kind().equals(EventKinds.READY))
                .toList();
    }

    /** The kinds of that task's events so far, without progress and log. */
    public List<String> states(String taskId) {
        return received().stream()
                .filter(event -> event.taskId().equals(taskId))
                .map(Event::kind)
                .filter(kind -> !kind.equals("progress") && !kind.equals("log"))
                .toList();
    }

    private List<String> kinds() {
        return events.stream().map(Event::kind).toList();
    }

    private boolean advanceTo(Predicate<Event> condition) {
        while (read < events.size()) {
            if (condition.test(events.get(read++))) {
                return true;
            }
        }
        return false;
    }
}
