package dev.millrace.itests.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/** The events of one session in the order they came. */
public final class Inbox {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private int read;

    void add(Event event) {
        events.add(event);
    }

    /**
     * The next event of that kind, waiting for it; the ones before it are passed over.
     *
     * @throws AssertionError if none comes in time
     */
    public Event next(String kind) {
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> advanceTo(kind));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("no '" + kind + "' came; there were " + kinds(), e);
        }
        return events.get(read - 1);
    }

    /** All task events so far. */
    public List<Event> received() {
        return events.stream()
                .filter(event -> !event.kind().equals(Kinds.READY))
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

    private boolean advanceTo(String kind) {
        while (read < events.size()) {
            if (events.get(read++).kind().equals(kind)) {
                return true;
            }
        }
        return false;
    }
}
