package dev.millrace.web.task;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.QueryParam;

import dev.millrace.task.TaskFilter;
import dev.millrace.task.TaskState;
import dev.millrace.web.api.QueryParser;

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

    private final QueryParser query = new QueryParser();

    /** @throws dev.millrace.platform.problem.InvalidRequest with every unreadable parameter */
    public TaskFilter filter() {
        TaskFilter filter = new TaskFilter(
                selectedStates(),
                QueryParser.blankToNull(type),
                QueryParser.blankToNull(queue),
                QueryParser.blankToNull(worker),
                QueryParser.blankToNull(errorType),
                QueryParser.blankToNull(text),
                query.time("from", from),
                query.time("to", to));
        query.throwIfInvalid();
        return filter;
    }

    private Set<TaskState> selectedStates() {
        Set<TaskState> selected = EnumSet.noneOf(TaskState.class);
        for (String list : states == null ? List.<String>of() : states) {
            selected.addAll(query.options("state", list, TaskState::valueOf, "must be a task state"));
        }
        return selected;
    }
}
