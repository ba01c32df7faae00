package dev.millrace.result;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.json.stream.JsonParser;
import jakarta.persistence.EntityManager;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.WorkerReport;
import dev.millrace.json.Json;
import dev.millrace.measure.Happenings;
import dev.millrace.push.TaskEvent;
import dev.millrace.task.Attempt;
import dev.millrace.task.Endings;
import dev.millrace.task.LogLine;
import dev.millrace.task.Task;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskView;

/** What one batch of reports does to its tasks; collects what their owners are to be told. */
final class ReportedChanges {
    static final int MAX_LOG_LINES = 1_000;

    private final EntityManager em;
    private final Endings endings;
    private final Happenings happenings;
    private final Instant now;
    private final List<TaskEvent> events = new ArrayList<>();
    private final Map<UUID, Integer> progressAt = new HashMap<>();

    ReportedChanges(EntityManager em, Endings endings, Happenings happenings, Instant now) {
        this.em = em;
        this.endings = endings;
        this.happenings = happenings;
        this.now = now;
    }

    List<TaskEvent> events() {
        return events;
    }

    /** The report is on the task's present claim. */
    void apply(Task task, Received received) {
        WorkerReport report = received.report();
        if (report instanceof WorkerReport.Log log) {
            keepLine(task, received, log);
        } else if (!task.state().isInFlight()) {
            tellAgain(task, received);
        } else if (report instanceof WorkerReport.Started started) {
            start(task, started.worker(), started.at());
        } else if (report instanceof WorkerReport.Progress progress) {
            advance(task, progress);
        } else {
            end(task, received);
        }
    }

    private void start(Task task, String worker, Instant at) {
        if (task.state() == TaskState.QUEUED) {
            task.start(worker, at);
            happenings.started(task);
            tell(TaskView.event(task, at));
        }
    }

    private void advance(Task task, WorkerReport.Progress progress) {
        start(task, progress.worker(), progress.at());
        task.advance(progress.fraction(), progress.message());
        TaskEvent event = TaskView.event(task, "progress", progress.at(), null);
        Integer earlier = progressAt.get(task.id());
        if (earlier == null) {
            progressAt.put(task.id(), events.size());
            events.add(event);
        } else {
            events.set(earlier, event);
        }
    }

    private void keepLine(Task task, Received received, WorkerReport.Log log) {
        if (received.repeated() && em.find(LogLine.class, new LogLine.Key(task.id(), received.entryId())) != null) {
            return;
        }
        if (task.takesLogLine(MAX_LOG_LINES)) {
            em.persist(new LogLine(task, received.entryId(), "log", log.at(), log.worker(), log.line()));
            tell(TaskView.event(task, "log", log.at(), log.line()));
        }
    }

    private void end(Task task, Received received) {
        WorkerReport report = received.report();
        if (report instanceof WorkerReport.Succeeded succeeded) {
            succeed(task, succeeded);
        } else if (report instanceof WorkerReport.Failed failed) {
            fail(task, failed);
        } else if (report instanceof WorkerReport.Cancelled cancelled) {
            em.persist(new Attempt(task, "cancelled", cancelled.worker(), cancelled.startedAt(), cancelled.at(), null));
            task.cancel(cancelled.worker(), cancelled.at());
            happenings.ran(task, cancelled.startedAt(), cancelled.at());
        } else if (report instanceof WorkerReport.Released released) {
            em.persist(new LogLine(
                    task, received.entryId(), "released", released.at(), released.worker(), released.reason()));
            release(task, released);
        }
        endings.tell(task);
        tell(TaskView.event(task, report.at()));
    }

    private void release(Task task, WorkerReport.Released released) {
        if (released.unsuited()) {
            task.releaseUnsuited(now);
        } else {
            task.release(now);
        }
    }

    private void succeed(Task task, WorkerReport.Succeeded succeeded) {
        if (!isJson(succeeded.result())) {
            fail(
                    task,
                    new WorkerReport.Failed(
                            succeeded.claim(),
                            succeeded.worker(),
                            succeeded.at(),
                            succeeded.startedAt(),
                            new AttemptError("InvalidResult", "The worker's result is not JSON.", null),
                            false,
                            null));
            return;
        }
        em.persist(new Attempt(task, "succeeded", succeeded.worker(), succeeded.startedAt(), succeeded.at(), null));
        if (task.state() == TaskState.QUEUED) {
            start(task, succeeded.worker(), succeeded.startedAt());
        }
        task.succeed(succeeded.result(), succeeded.worker(), succeeded.at());
        happenings.ran(task, succeeded.startedAt(), succeeded.at());
        if (task.result() == null) {
            em.persist(task.longResult(succeeded.result()));
        }
    }

    private void fail(Task task, WorkerReport.Failed failed) {
        em.persist(new Attempt(task, "failed", failed.worker(), failed.startedAt(), failed.at(), failed.error()));
        task.failAttempt(failed.error(), failed.retry(), failed.retryIn(), failed.worker(), now);
        happenings.ran(task, failed.startedAt(), failed.at());
        if (!task.state().isFinished()) {
            happenings.retried(task);
        }
    }

    /** A node died between writing this outcome and telling of it: tell now, in case it had not. */
    private void tellAgain(Task task, Received received) {
        if (received.repeated() && task.state().isFinished()) {
            tell(TaskView.event(task, task.finishedAt()));
        }
    }

    private void tell(TaskEvent event) {
        progressAt.remove(event.taskId());
        events.add(event);
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                parser.next();
            }
            return !text.isBlank();
        } catch (RuntimeException e) {
            // Not only a JsonParsingException: Parsson refuses nesting beyond its bound with another one.
            return false;
        }
    }
}
