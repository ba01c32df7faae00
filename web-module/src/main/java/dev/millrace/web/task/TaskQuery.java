package dev.millrace.web.task;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.QueryParam;

import dev.millrace.problem.Fault;
import dev.millrace.problem.InvalidRequest;
import dev.millrace.task.TaskFilter;
import dev.millrace.task.TaskState;

/** The query parameters of the list of tasks. A fault's pointer is {@code ?<name>}. */
public class TaskQuery {
    private static final int DEFAULT_LIMIT = 50;

    @QueryParam("state")
    private List<String> states;

    @QueryParam("type")
    private String type;

    @QueryParam("text")
    private String text;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("cursor")
    private String cursor;

    @QueryParam("limit")
    private String limit;

    private final List<Fault> faults = new ArrayList<>();

    /** @throws InvalidRequest with every parameter that cannot be read */
    TaskFilter filter() {
        TaskFilter filter = new TaskFilter(
                wantedStates(),
                blankToNull(type),
                blankToNull(text),
                parsed("from", from, TaskQuery::time, null, "must be an RFC 3339 time"),
                parsed("to", to, TaskQuery::time, null, "must be an RFC 3339 time"),
                parsed("cursor", cursor, UUID::fromString, null, "must be the nextCursor of an earlier answer"),
                parsed("limit", limit, TaskQuery::limit, DEFAULT_LIMIT, "must be 1 to " + TaskFilter.MAX_LIMIT));
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return filter;
    }

    private Set<TaskState> wantedStates() {
        Set<TaskState> wanted = EnumSet.noneOf(TaskState.class);
        for (String list : states == null ? List.<String>of() : states) {
            for (String name : list.split(",")) {
                TaskState state = parsed("state", name, TaskState::valueOf, null, "must be a task's state");
                if (state != null) {
                    wanted.add(state);
                }
            }
        }
        return wanted;
    }

    private <T> T parsed(String name, String value, Function<String, T> parser, T fallback, String expected) {
        if (blankToNull(value) == null) {
            return fallback;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add(new Fault("?" + name, expected));
            return fallback;
        }
    }

    private static Instant time(String value) {
        return OffsetDateTime.parse(value).toInstant();
    }

    private static int limit(String value) {
        int number = Integer.parseInt(value);
        if (number < 1 || number > TaskFilter.MAX_LIMIT) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
