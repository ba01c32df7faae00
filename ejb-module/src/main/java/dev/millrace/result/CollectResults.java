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
import dev.millrace.dispatch.WakeUpSender;
import dev.millrace.platform.loop.BatchPacing;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.problem.Outage;
import dev.millrace.push.UserEventPublisher;
import dev.millrace.redis.StreamReader;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskState;

/**
 * Writes the next reports of one queue into SQL, notifies the owners, and only then acknowledges. It sets aside a
 * report that fails twice, together with others and by itself.
 */
final class CollectResults implements Step {
    private static final Logger LOG = NodeLog.of(CollectResults.class);
    private static final Duration MIN_POLL_PAUSE = Duration.ofMillis(20);
    private static final Duration MAX_POLL_PAUSE = Duration.ofMillis(500);
    private static final String WAITING = TaskState.WAITING.eventKind();

    private final String queue;
    private final StreamReader stream;
    private final PrefetchedReports ahead;
    private final ApplyReports reports;
    private final UserEventPublisher events;
    private final WakeUpSender wakeUps;
    private final ResultSettings settings;
    private final Clock clock;
    private final BatchPacing pacing = new BatchPacing();
    private List<StreamEntry> batch = List.of();
    private Duration pollPause = MIN_POLL_PAUSE;
    private boolean mayRepeat;
    private Instant nextIdleClaim = Instant.MIN;

    CollectResults(
            String queue,
            StreamReader stream,
            PrefetchedReports ahead,
            ApplyReports reports,
            UserEventPublisher events,
            WakeUpSender wakeUps,
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
    public StepResult once() {
        boolean repeated = true;
        if (batch.isEmpty()) {
            batch = claimIdle();
            mayRepeat |= !batch.isEmpty();
        }
        if (batch.isEmpty()) {
            batch = next();
            repeated = mayRepeat; // Entries that this took over may have waited here as well.
        }
        if (batch.isEmpty()) {
            return idlePause();
        }
        pollPause = MIN_POLL_PAUSE;
        pacing.begin();
        boolean full = batch.size() >= settings.batch();
        collect(repeated);
        batch = List.of();
        Duration rest = pacing.end(full);
        ahead.done(rest);
        return StepResult.of(!ahead.isLeftToReader()).afterRest(rest);
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
            next = stream.poll(settings.batch());
            return ReadResultStreams.containsOnlyStarts(next) ? withOutcomes(next) : next;
        } finally {
            ahead.endRead();
        }
    }

    /** As in {@link ReadResultStreams}: together they are one transaction. */
    private List<StreamEntry> withOutcomes(List<StreamEntry> starts) {
        return Stream.concat(starts.stream(), stream.poll(settings.batch()).stream())
                .toList();
    }

    /** Until another reader takes over, the round polls by itself, ever less often. */
    private StepResult idlePause() {
        ahead.done(Duration.ZERO);
        if (ahead.isLeftToReader()) {
            return StepResult.NONE;
        }
        Duration pause = pollPause;
        Duration longer = pollPause.multipliedBy(2);
        pollPause = longer.compareTo(MAX_POLL_PAUSE) < 0 ? longer : MAX_POLL_PAUSE;
        return StepResult.pollAgainIn(pause);
    }

    private List<StreamEntry> claimIdle() {
        Instant now = clock.instant();
        if (now.isBefore(nextIdleClaim)) {
            return List.of();
        }
        nextIdleClaim = now.plus(settings.claimIdleAfter().dividedBy(2));
        return stream.claimIdle(settings.batch(), settings.claimIdleAfter());
    }

    private void collect(boolean repeated) {
        try {
            wakeUp(collectTogether(repeated));
        } catch (RuntimeException | Error e) {
            Outage.rethrow(e);
            reports.checkDatabase();
            LOG.log(Level.WARNING, "Batch of reports of queue " + queue + " failed; applying them one by one", e);
            collectOneByOne();
        }
    }

    private List<TaskEvent> collectTogether(boolean repeated) {
        List<ReceivedReport> received = new ArrayList<>();
        batch = new ArrayList<>(batch);
        for (Iterator<StreamEntry> entries = batch.iterator(); entries.hasNext(); ) {
            StreamEntry entry = entries.next();
            try {
                received.add(parse(entry, repeated));
            } catch (UnreadableMessage e) {
                stream.setAside(entry, e.getMessage());
                entries.remove();
            }
        }
        List<TaskEvent> changes = reports.apply(received);
        events.append(changes); // If Redis is unavailable, the next round repeats it all.
        finish(received);
        return changes;
    }

    private void finish(List<ReceivedReport> received) {
        List<StreamEntry> good = new ArrayList<>();
        for (int i = 0; i < received.size(); i++) {
            ReportRejection rejection = received.get(i).rejection();
            if (rejection == null) {
                good.add(batch.get(i));
            } else {
                stream.setAside(batch.get(i), rejection.detail());
            }
        }
        stream.acknowledge(good);
    }

    private void wakeUp(List<TaskEvent> changes) {
        if (changes.stream().anyMatch(change -> change.kind().equals(WAITING))) {
            wakeUps.workAvailable(queue);
        } else {
            wakeUps.capacityFreed(queue);
        }
    }

    /** One report that cannot be written must not delay the others. */
    private void collectOneByOne() {
        while (!batch.isEmpty()) {
            StreamEntry entry = batch.get(0);
            collectOneByOne(entry);
            batch = batch.subList(1, batch.size());
        }
        wakeUps.workAvailable(queue);
    }

    /** The second failure of an entry is the last one. */
    private void collectOneByOne(StreamEntry entry) {
        try {
            write(entry, parse(entry, true));
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
        if (received.rejection() == null) {
            stream.acknowledge(List.of(entry));
        } else {
            stream.setAside(entry, received.rejection().detail());
        }
    }

    /** If even that cannot be written, a later round finds the task lost. */
    private void endAttempt(StreamEntry entry, ReportRejection rejection) {
        try {
            ReportOrigin.of(entry.getFields())
                    .map(origin -> ReceivedReport.rejected(idOf(entry), origin, clock.instant(), true, rejection))
                    .ifPresent(received -> events.append(reports.apply(List.of(received))));
        } catch (RuntimeException | Error e) {
            Outage.rethrow(e);
            reports.checkDatabase();
            LOG.log(Level.WARNING, "Failed to end the attempt of an unwritable report; queue " + queue, e);
        }
        stream.setAside(entry, rejection.detail());
    }

    /** @throws UnreadableMessage if even the claim is unreadable */
    private ReceivedReport parse(StreamEntry entry, boolean repeated) throws UnreadableMessage {
        Map<String, String> fields = new HashMap<>(entry.getFields());
        // PostgreSQL cannot store NUL in a text.
        fields.replaceAll((name, value) -> value.indexOf('\0') < 0 ? value : value.replace("\0", ""));
        try {
            return new ReceivedReport(idOf(entry), WorkerReport.fromFields(fields), repeated);
        } catch (UnreadableMessage e) {
            ReportOrigin origin = ReportOrigin.of(fields).orElseThrow(() -> e);
            ReportRejection rejection = ReportRejection.unreadable(e.getMessage());
            return ReceivedReport.rejected(idOf(entry), origin, clock.instant(), repeated, rejection);
        }
    }

    private static String idOf(StreamEntry entry) {
        return entry.getID().toString();
    }
}
