package dev.millrace.web.workflow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.QueryParam;

import dev.millrace.web.api.QueryParser;
import dev.millrace.workflow.WorkflowState;

/** The query parameter that selects the workflows to list. */
public class WorkflowQuery {
    @QueryParam("state")
    private List<String> states;

    /**
     * @return empty = all
     * @throws dev.millrace.platform.problem.InvalidRequest if there is no such state
     */
    Set<WorkflowState> states() {
        QueryParser query = new QueryParser();
        Set<WorkflowState> selected = EnumSet.noneOf(WorkflowState.class);
        for (String list : states == null ? List.<String>of() : states) {
            selected.addAll(query.options("state", list, WorkflowState::valueOf, "must be a workflow state"));
        }
        query.throwIfInvalid();
        return selected;
    }
}
