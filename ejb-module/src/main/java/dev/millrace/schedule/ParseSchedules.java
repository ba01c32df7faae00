package dev.millrace.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

import dev.millrace.platform.json.Json;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.request.ParseTaskRequests;
import dev.millrace.request.RequestObject;
import dev.millrace.request.TaskRequest;

/** Parses requests for schedules. All other properties describe its tasks, and are parsed as a request for a task. */
final class ParseSchedules {
    private static final Set<String> MEMBERS = Set.of("name", "cron", "timeZone", "overlap", "missed");
    private static final Set<String> TIMING = Set.of("cron", "timeZone");
    private static final int MAX_NAME = 200;
    private static final int MAX_CRON = 200;
    private static final int MAX_ZONE = 64;

    private final JsonObject object;
    private final RequestObject members;
    private final List<Fault> faults = new ArrayList<>();

    private ParseSchedules(JsonObject object, Set<String> known) {
        this.object = object;
        this.members = new RequestObject(object, "", known, faults);
    }

    /** @throws InvalidRequest with every fault except those of the task's parameters, which need the task type */
    static SchedulePlan parsePlan(JsonObject object, Instant now) {
        ParseSchedules reader = new ParseSchedules(object, object.keySet());
        String name = reader.required("name", MAX_NAME);
        OverlapPolicy overlap = reader.policy("overlap", OverlapPolicy.class, OverlapPolicy.SKIP);
        MissedPolicy missed = reader.policy("missed", MissedPolicy.class, MissedPolicy.RUN_ONCE);
        reader.timing(now);
        JsonObject taskRequest = reader.taskRequest();
        TaskRequest task = ParseTaskRequests.parseWithin(taskRequest, "", reader.faults);
        reader.members.throwIfInvalid();
        return new SchedulePlan(
                name,
                taskRequest.toString(),
                task,
                object.getString("cron").strip(),
                reader.zoneText(),
                overlap,
                missed);
    }

    /** @throws InvalidRequest unless it is {@code {"cron": …, "timeZone": …}} */
    static CronSchedule parseTiming(JsonObject object, Instant now) {
        ParseSchedules reader = new ParseSchedules(object, TIMING);
        CronSchedule timing = reader.timing(now);
        reader.members.throwIfInvalid();
        return timing;
    }

    private CronSchedule timing(Instant now) {
        Cron cron = parsed("cron", required("cron", MAX_CRON), Cron::parse);
        ZoneId zone = parsed("timeZone", zoneText(), ParseSchedules::zone);
        if (cron == null || zone == null) {
            return null;
        }
        CronSchedule timing = new CronSchedule(cron, zone);
        if (timing.nextDueAfter(now) == null) {
            members.fault("cron", "never matches a date");
        }
        return timing;
    }

    private String zoneText() {
        return isAbsent("timeZone") ? "UTC" : members.string("timeZone", MAX_ZONE);
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time zone such as Europe/Berlin or UTC", e);
        }
    }

    private JsonObject taskRequest() {
        JsonObjectBuilder taskRequest = Json.createObjectBuilder();
        object.forEach((member, value) -> {
            if (member.equals("runAt")) {
                members.fault(member, "not allowed in a schedule");
            } else if (!MEMBERS.contains(member) && value != JsonValue.NULL) {
                taskRequest.add(member, value);
            }
        });
        return taskRequest.build();
    }

    private <E extends Enum<E>> E policy(String member, Class<E> type, E fallback) {
        E policy = members.optional(
                member,
                "must be one of " + Arrays.toString(type.getEnumConstants()),
                json -> Enum.valueOf(type, RequestObject.string(json)));
        return policy == null ? fallback : policy;
    }

    /** @return null if it is faulty or missing, which is a fault as well */
    private String required(String member, int maxLength) {
        if (isAbsent(member)) {
            members.fault(member, "is required");
            return null;
        }
        String text = members.string(member, maxLength);
        return text == null ? null : text.strip();
    }

    private boolean isAbsent(String member) {
        return object.getOrDefault(member, JsonValue.NULL) == JsonValue.NULL;
    }

    private <T> T parsed(String member, String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException e) {
            members.fault(member, e.getMessage());
            return null;
        }
    }
}
