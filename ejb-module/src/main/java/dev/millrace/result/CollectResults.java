package dev.millrace.result;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.ReportOrigin;
import dev.millrace.contract.UnreadableMessage;
import dev.millrace.contract.WorkerReport;
import dev.millrace.dispatch.WakeUps;
import dev.millrace.platform.loop.BatchPacing;
import dev.millrace.platform.loop.Progress;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Outage;
import dev.millrace.platform.redis.StreamReader;
import dev.millrace.push.UserEvents;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskState;

/**
 * Brings the next reports of one queue into SQL, tells the owners, and only then acknowledges. A report that breaks this
 * twice, together with others and by itself, is set aside.
 */
final class CollectResults implements Step {
    private static final Logger LOG = NodeLog.of(CollectResults.class);
    private static final Duration SHORTEST_SILENCE = Duration.ofMillis(20);
    private static final Duration LONGEST_SILENCE = Duration.ofMillis(500);
    private static final String WAITING = TaskState.WAITING.eventKind();

    private final String queue;
    private final StreamReader stream;
    private final ReadAhead ahead;
    private final ApplyReports reports;
    private final UserEvents events;
    private final WakeUps wakeUps;
    private final ResultSettings settings;
    private final Clock clock;
    private final BatchPacing pace = new BatchPacing();
    private List<StreamEntry> unfinished = List.of();
    private Duration silentFor = SHORTEST_SILENCE;
    private boolean mayRepeat;
    private Instant nextTakeOver = Instant.MIN;

    CollectResults(
            String queue,
            StreamReader stream,
            ReadAhead ahead,
            ApplyReports reports,
            UserEvents events,
            WakeUps wakeUps,
            ResultSettings settings,
            Clock clock) {
        this.queue = queue;
        this.stream = stream;
        this.ahead = ahead;
        this.reports = reports;
        this.events = events;
        this.wakeUps = wakeUps;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        boolean repeated = true;
        if (unfinished.isEmpty()) {
            unfinished = leftByOthers();
            mayRepeat |= !unfinished.isEmpty();
        }
        if (unfinished.isEmpty()) {
            unfinished = next();
            repeated = mayRepeat; // What was taken over may have waited here as well.
        }
        if (unfinished.isEmpty()) {
            return silence();
        }
        silentFor = SHORTEST_SILENCE;
        pace.begin();
        boolean full = unfinished.size() >= settings.batch();
        collect(repeated);
        unfinished = List.of();
        Duration rest = pace.end(full);
        ahead.done(rest);
        return Progress.of(!ahead.isLeftToReader()).afterRest(rest);
    }

    private List<StreamEntry> next() {
        List<StreamEntry> next = ahead.take(settings.batch());
        if (!next.isEmpty()) {
            return next;
        }
        mayRepeat = false;
        if (!ahead.beginRead()) {
            return List.of();
        }
        try {
            next = stream.read(settings.batch());
            return PollResults.isStarts(next) ? withOutcomes(next) : next;
        } finally {
            ahead.endRead();
        }
    }

    /** As in {@link PollResults}: together they are one transaction. */
    private List<StreamEntry> withOutcomes(List<StreamEntry> starts) {
        return Stream.concat(starts.stream(), stream.read(settings.batch()).stream())
                .toList();
    }

    /** Until somebody else reads, the round looks by itself, ever less often. */
    private Progress silence() {
        ahead.done(Duration.ZERO);
        if (ahead.isLeftToReader()) {
            return Progress.NONE;
        }
        Duration pause = silentFor;
        Duration longer = silentFor.multipliedBy(2);
        silentFor = longer.compareTo(LONGEST_SILENCE) < 0 ? longer : LONGEST_SILENCE;
        return Progress.lookAgainIn(pause);
    }

    private List<StreamEntry> leftByOthers() {
        Instant now = clock.instant();
        if (now.isBefore(nextTakeOver)) {
            return List.of();
        }
        nextTakeOver = now.plus(settings.takeOver().dividedBy(2));
        return stream.takeOver(settings.batch(), settings.takeOver());
    }

    private void collect(boolean repeated) {
        try {
            wakeUp(collectTogether(repeated));
        } catch (RuntimeException | Error e) {
            Outage.rethrow(e);
            reports.checkDatabase();
            LOG.log(Level.WARNING, "a batch of reports of " + queue + " failed, tries them one by one", e);
            collectSingly();
        }
    }

    private List<TaskEvent> collectTogether(boolean repeated) {
        List<ReceivedReport> batch = new ArrayList<>();
        unfinished = new ArrayList<>(unfinished);
        for (Iterator<StreamEntry> entries = unfinished.iterator(); entries.hasNext(); ) {
            StreamEntry entry = entries.next();
            try {
                batch.add(received(entry, repeated));
            } catch (UnreadableMessage e) {
                stream.setAside(entry, e.getMessage());
                entries.remove();
            }
        }
        List<TaskEvent> changes = reports.apply(batch);
        events.append(changes); // If Redis is away just now, the next round does it all again.
        finish(batch);
        return changes;
    }

    private void finish(List<ReceivedReport> batch) {
        List<StreamEntry> good = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            ReportRejection refusal = batch.get(i).refusal();
            if (refusal == null) {
                good.add(unfinished.get(i));
            } else {
                stream.setAside(unfinished.get(i), refusal.reason());
            }
        }
        stream.finish(good);
    }

    private void wakeUp(List<TaskEvent> changes) {
        if (changes.stream().anyMatch(change -> change.kind().equals(WAITING))) {
            wakeUps.wake(queue);
        } else {
            wakeUps.room(queue);
        }
    }

    /** One report that cannot be written must not keep the others. */
    private void collectSingly() {
        while (!unfinished.isEmpty()) {
            StreamEntry entry = unfinished.get(0);
            collectSingly(entry);
            unfinished = unfinished.subList(1, unfinished.size());
        }
        wakeUps.wake(queue);
    }

    /** The second time that an entry breaks something is the last one. */
    private void collectSingly(StreamEntry entry) {
        try {
            write(entry, received(entry, true));
        } catch (UnreadableMessage e) {
            stream.setAside(entry, e.getMessage());
        } catch (RuntimeException | Error e) {
            Outage.rethrow(e);
            reports.checkDatabase();
            endAttempt(entry, ReportRejection.unwritable(e));
        }
    }

    private void write(StreamEntry entry, ReceivedReport received) {
        events.append(reports.apply(List.of(received)));
        if (received.refusal() == null) {
            stream.finish(List.of(entry));
        } else {
            stream.setAside(entry, received.refusal().reason());
        }
    }

    /** If not even that can be written, the task is found to be lost, sooner or later. */
    private void endAttempt(StreamEntry entry, ReportRejection refusal) {
        try {
            ReportOrigin.of(entry.getFields())
                    .map(origin -> ReceivedReport.refused(idOf(entry), origin, clock.instant(), true, refusal))
                    .ifPresent(received -> events.append(reports.apply(List.of(received))));
        } catch (RuntimeException | Error e) {
            Outage.rethrow(e);
            reports.checkDatabase();
            LOG.log(Level.WARNING, "cannot end the attempt of a report that cannot be written", e);
        }
        stream.setAside(entry, refusal.reason());
    }

    /** @throws UnreadableMessage if not even the claim can be told */
    private ReceivedReport received(StreamEntry entry, boolean repeated) throws UnreadableMessage {
        Map<String, String> fields = new HashMap<>(entry.getFields());
        // PostgreSQL has no place for NUL in a text.
        fields.replaceAll((name, value) -> value.indexOf('\0') < 0 ? value : value.replace("\0", ""));
        try {
            return new ReceivedReport(idOf(entry), WorkerReport.fromFields(fields), repeated);
        } catch (UnreadableMessage e) {
            ReportOrigin origin = ReportOrigin.of(fields).orElseThrow(() -> e);
            ReportRejection refusal = ReportRejection.unreadable(e.getMessage());
            return ReceivedReport.refused(idOf(entry), origin, clock.instant(), repeated, refusal);
        }
    }

    private static String idOf(StreamEntry entry) {
        return entry.getID().toString();
    }
}
