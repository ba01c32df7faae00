package dev.millrace.web.task;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import jakarta.ws.rs.QueryParam;

import dev.millrace.problem.Fault;
import dev.millrace.problem.InvalidRequest;
import dev.millrace.task.TaskFilter;
import dev.millrace.task.TaskState;

/** The query parameters that narrow a list of tasks. A fault's pointer is {@code ?<name>}. */
public class TaskQuery {
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

    @QueryParam("queue")
    private String queue;

    @QueryParam("worker")
    private String worker;

    @QueryParam("errorType")
    private String errorType;

    private final List<Fault> faults = new ArrayList<>();

    /** @throws InvalidRequest with every parameter that cannot be read */
    public TaskFilter filter() {
        TaskFilter filter = new TaskFilter(
                wantedStates(),
                blankToNull(type),
                blankToNull(queue),
                blankToNull(worker),
                blankToNull(errorType),
                blankToNull(text),
                parsed("from", from, TaskQuery::time, "must be an RFC 3339 time"),
                parsed("to", to, TaskQuery::time, "must be an RFC 3339 time"));
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return filter;
    }

    private Set<TaskState> wantedStates() {
        Set<TaskState> wanted = EnumSet.noneOf(TaskState.class);
        for (String list : states == null ? List.<String>of() : states) {
            for (String name : list.split(",")) {
                TaskState state = parsed("state", name, TaskState::valueOf, "must be a task's state");
                if (state != null) {
                    wanted.add(state);
                }
            }
        }
        return wanted;
    }

    private <T> T parsed(String name, String value, Function<String, T> parser, String expected) {
        if (blankToNull(value) == null) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            faults.add(new Fault("?" + name, expected));
            return null;
        }
    }

    private static Instant time(String value) {
        return OffsetDateTime.parse(value).toInstant();
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
