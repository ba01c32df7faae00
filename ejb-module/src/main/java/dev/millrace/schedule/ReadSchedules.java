package dev.millrace.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import dev.millrace.problem.Fault;
import dev.millrace.problem.InvalidRequest;
import dev.millrace.submission.ReadRequests;
import dev.millrace.submission.TaskRequest;

/** Reads wishes for schedules. What is not about the schedule is about its tasks, and read as a wish for a task. */
final class ReadSchedules {
    private static final Set<String> MEMBERS = Set.of("name", "cron", "timeZone", "overlap", "missed");
    private static final int MAX_NAME = 200;
    private static final int MAX_CRON = 200;
    private static final int MAX_ZONE = 64;

    private final JsonObject object;
    private final List<Fault> faults = new ArrayList<>();

    private ReadSchedules(JsonObject object) {
        this.object = object;
    }

    /** @throws InvalidRequest with everything that is wrong but the task's parameters, which need the task type */
    static SchedulePlan plan(JsonObject object, Instant now) {
        ReadSchedules reader = new ReadSchedules(object);
        String name = reader.text("name", null, MAX_NAME);
        OverlapPolicy overlap = reader.policy("overlap", OverlapPolicy.class, OverlapPolicy.SKIP);
        MissedPolicy missed = reader.policy("missed", MissedPolicy.class, MissedPolicy.RUN_ONCE);
        reader.timing(now);
        String wish = reader.wish();
        TaskRequest task = reader.task(wish);
        reader.refuseFaults();
        return new SchedulePlan(name, wish, task, object.getString("cron").strip(), reader.zoneText(), overlap, missed);
    }

    /** @throws InvalidRequest unless it is {@code {"cron": …, "timeZone": …}} */
    static Timing timing(JsonObject object, Instant now) {
        ReadSchedules reader = new ReadSchedules(object);
        object.keySet().stream()
                .filter(member -> !member.equals("cron") && !member.equals("timeZone"))
                .forEach(member -> reader.fault(member, "is not known here"));
        Timing timing = reader.timing(now);
        reader.refuseFaults();
        return timing;
    }

    /** @throws InvalidRequest unless the body is a JSON object */
    static JsonObject object(String body) {
        if (ReadRequests.parse(body) instanceof JsonObject object) {
            return object;
        }
        throw new InvalidRequest(List.of(new Fault("", "must be an object")));
    }

    private Timing timing(Instant now) {
        Cron cron = parsed("cron", text("cron", null, MAX_CRON), Cron::parse);
        ZoneId zone = parsed("timeZone", zoneText(), ReadSchedules::zone);
        if (cron == null || zone == null) {
            return null;
        }
        Timing timing = new Timing(cron, zone);
        if (timing.nextAfter(now) == null) {
            fault("cron", "names a day that never comes");
        }
        return timing;
    }

    private String zoneText() {
        return text("timeZone", "UTC", MAX_ZONE);
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time zone such as Europe/Berlin or UTC", e);
        }
    }

    private String wish() {
        JsonObjectBuilder wish = Json.createObjectBuilder();
        object.forEach((member, value) -> {
            if (member.equals("runAt")) {
                fault(member, "is not for schedules: the cron expression says when");
            } else if (!MEMBERS.contains(member) && value != JsonValue.NULL) {
                wish.add(member, value);
            }
        });
        return wish.build().toString();
    }

    private TaskRequest task(String wish) {
        try {
            return ReadRequests.one(wish);
        } catch (InvalidRequest e) {
            faults.addAll(e.faults());
            return null;
        }
    }

    private <E extends Enum<E>> E policy(String member, Class<E> type, E fallback) {
        String allowed = "must be one of " + Arrays.toString(type.getEnumConstants());
        return parsed(member, text(member, fallback.name(), MAX_NAME), text -> {
            try {
                return Enum.valueOf(type, text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(allowed, e);
            }
        });
    }

    /** @return null if there is a fault */
    private String text(String member, String fallback, int maxLength) {
        JsonValue value = object.getOrDefault(member, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            if (fallback == null) {
                fault(member, "is missing");
            }
            return fallback;
        }
        if (value instanceof JsonString string
                && !string.getString().isBlank()
                && string.getString().length() <= maxLength) {
            return string.getString().strip();
        }
        fault(member, "must be a text of 1 to " + maxLength + " characters");
        return null;
    }

    private <T> T parsed(String member, String text, Function<String, T> parser) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException e) {
            fault(member, e.getMessage());
            return null;
        }
    }

    private void fault(String member, String detail) {
        faults.add(new Fault("/" + Json.encodePointer(member), detail));
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }
}
