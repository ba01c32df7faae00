package dev.millrace.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

import dev.millrace.platform.json.Json;
import dev.millrace.platform.page.Page;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.request.ParseJson;
import dev.millrace.request.ParseTaskRequests;
import dev.millrace.submission.CheckRequests;
import dev.millrace.submission.PublishTasks;
import dev.millrace.submission.Submission;

/**
 * Users' operations on their schedules; JSON text comes in and goes out. Each method throws {@link ScheduleNotFound} if
 * the user has no such schedule.
 */
@ApplicationScoped
public class Schedules {
    private static final int NEXT_RUNS = 5;

    private ScheduleRepository schedules;
    private RunSchedule runSchedule;
    private CheckRequests check;
    private PublishTasks publishTasks;
    private ScheduleNotices notices;
    private ScheduleSettings settings;
    private Clock clock;

    /** A new schedule, as JSON. */
    public record Created(UUID id, String json) {}

    /** For the container. */
    protected Schedules() {}

    @Inject
    Schedules(
            ScheduleRepository schedules,
            RunSchedule runSchedule,
            CheckRequests check,
            PublishTasks publishTasks,
            ScheduleNotices notices,
            ScheduleSettings settings,
            Clock clock) {
        this.schedules = schedules;
        this.runSchedule = runSchedule;
        this.check = check;
        this.publishTasks = publishTasks;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Creates a schedule.
     *
     * @throws InvalidRequest with every fault of the body
     * @throws dev.millrace.catalogue.UnknownTaskType if there is no such type
     * @throws TooManySchedules if the user has the maximum
     */
    public Created create(UUID owner, String body) {
        Schedule schedule =
                schedules.create(owner, parseAndCheck(ParseJson.object(body)), settings.maxPerUser(), clock.instant());
        return new Created(schedule.id(), view(schedule));
    }

    /** Replaces the schedule's request by another one. Errors as for {@link #create}. */
    public String replace(UUID owner, UUID id, String body) {
        SchedulePlan plan = parseAndCheck(ParseJson.object(body));
        return change(owner, id, schedule -> schedule.change(plan, clock.instant()));
    }

    /** Changes some members of the request, by a JSON Merge Patch (RFC 7396). Errors as for {@link #create}. */
    public String patch(UUID owner, UUID id, String body) {
        JsonObject patch = ParseJson.object(body);
        return change(owner, id, schedule -> {
            JsonValue request = Json.createMergePatch(patch).apply(ScheduleView.request(schedule));
            schedule.change(parseAndCheck(request.asJsonObject()), clock.instant());
        });
    }

    public void delete(UUID owner, UUID id) {
        schedules.delete(owner, id);
    }

    public String pause(UUID owner, UUID id) {
        return change(owner, id, schedule -> schedule.pause(clock.instant()));
    }

    public String resume(UUID owner, UUID id) {
        return change(owner, id, schedule -> schedule.resume(clock.instant()));
    }

    /** Starts a run at once, see {@link RunSchedule#runNow}. */
    public Submission.Accepted runNow(UUID owner, UUID id) {
        return publishTasks
                .publishNew(List.of(runSchedule.runNow(owner, id, clock.instant())))
                .get(0);
    }

    /**
     * @param before only schedules made before this one, or null
     * @return {@code {"items": […], "nextCursor": …}}, newest first
     */
    public String page(UUID owner, UUID before, int limit) {
        return Page.of(schedules.findPage(owner, before, limit + 1), limit, Schedule::id)
                .toJson(this::view);
    }

    /** @return the schedule with its next five due times and its last runs */
    public String detail(UUID owner, UUID id) {
        ScheduleRepository.ScheduleDetail detail = schedules.findDetail(owner, id);
        Schedule schedule = detail.schedule();
        List<Instant> next =
                schedule.isPaused() ? List.of() : schedule.timing().nextDueAfter(clock.instant(), NEXT_RUNS);
        return ScheduleView.of(detail, next, notice(schedule)).toString();
    }

    /**
     * The meaning of a cron expression, for a user who is about to create a schedule.
     *
     * @throws InvalidRequest unless the body is {@code {"cron": …, "timeZone": …}}
     */
    public String preview(String body) {
        Instant now = clock.instant();
        CronSchedule timing = ParseSchedules.parseTiming(ParseJson.object(body), now);
        return ScheduleView.of(timing, timing.nextDueAfter(now, NEXT_RUNS)).toString();
    }

    private SchedulePlan parseAndCheck(JsonObject request) {
        SchedulePlan plan = ParseSchedules.parsePlan(request, clock.instant());
        check.checkAll(List.of(plan.task()));
        return plan;
    }

    private String change(UUID owner, UUID id, Consumer<Schedule> change) {
        return view(schedules.change(owner, id, change));
    }

    private String view(Schedule schedule) {
        return ScheduleView.of(schedule, notice(schedule)).toString();
    }

    /** @return why a run that started now would wait, or could not start; null if there is no warning */
    private String notice(Schedule schedule) {
        return notices.of(ParseTaskRequests.parseOne(schedule.taskRequest()));
    }
}
