package dev.millrace.schedule;

import java.time.Instant;
import java.util.List;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.platform.json.Json;
import dev.millrace.request.ParseJson;
import dev.millrace.request.ParseTaskRequests;
import dev.millrace.request.TaskRequest;

/** A schedule as its owner sees it, in JSON. */
final class ScheduleView {
    private ScheduleView() {}

    /** @param notice for its owner, or null */
    static JsonObject of(Schedule schedule, String notice) {
        return members(schedule, notice).build();
    }

    /** With the next due times and the outcomes of the last ones. */
    static JsonObject of(ScheduleRepository.ScheduleDetail detail, List<Instant> nextRuns, String notice) {
        JsonArrayBuilder runs = Json.createArrayBuilder();
        detail.runs().forEach(run -> runs.add(of(run)));
        return members(detail.schedule(), notice)
                .add("nextRuns", times(nextRuns))
                .add("runs", runs)
                .build();
    }

    /** The meaning of a cron expression. */
    static JsonObject of(CronSchedule timing, List<Instant> nextRuns) {
        return Json.createObjectBuilder()
                .add("description", timing.inWords())
                .add("nextRuns", times(nextRuns))
                .build();
    }

    /** The request, in the form in which a client would send it again. */
    static JsonObject request(Schedule schedule) {
        return Json.createObjectBuilder(ParseJson.value(schedule.taskRequest()).asJsonObject())
                .add("name", schedule.name())
                .add("cron", schedule.cron())
                .add("timeZone", schedule.timeZone())
                .add("overlap", schedule.overlap().name())
                .add("missed", schedule.missed().name())
                .build();
    }

    private static JsonObjectBuilder members(Schedule schedule, String notice) {
        TaskRequest task = ParseTaskRequests.parseOne(schedule.taskRequest());
        return Json.createObjectBuilder()
                .add("id", schedule.id().toString())
                .addAll(Json.createObjectBuilder(request(schedule)))
                .add("parameters", task.parameters())
                .add("priority", task.priority())
                .add("queue", Json.orNull(task.queue()))
                .add("description", schedule.timing().inWords())
                .add("paused", schedule.isPaused())
                .add("nextRunAt", Json.orNull(schedule.nextRunAt()))
                .add("pendingDueAt", Json.orNull(schedule.pendingDueAt()))
                .add("lastRunAt", Json.orNull(schedule.lastRunAt()))
                .add("lastTaskId", Json.orNull(schedule.lastTaskId()))
                .add("lastError", Json.orNull(schedule.lastError()))
                .add("notice", Json.orNull(notice))
                .add("createdAt", schedule.createdAt().toString())
                .add("updatedAt", schedule.updatedAt().toString())
                .add("revision", schedule.revision());
    }

    private static JsonObject of(ScheduleRun run) {
        return Json.createObjectBuilder()
                .add("number", run.number())
                .add("kind", run.kind().name())
                .add("dueAt", run.dueAt().toString())
                .add("at", run.at().toString())
                .add("taskId", Json.orNull(run.taskId()))
                .add("note", Json.orNull(run.note()))
                .build();
    }

    private static JsonArrayBuilder times(List<Instant> times) {
        return Json.createArrayBuilder(times.stream().map(Instant::toString).toList());
    }
}
