package dev.millrace.web.workflow;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.QueryParam;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.workflow.WorkflowState;

/** The query parameter that says which workflows to list. */
public class WorkflowQuery {
    @QueryParam("state")
    private List<String> states;

    /**
     * @return empty = all
     * @throws InvalidRequest if there is no such state
     */
    Set<WorkflowState> states() {
        Set<WorkflowState> wanted = EnumSet.noneOf(WorkflowState.class);
        for (String list : states == null ? List.<String>of() : states) {
            for (String name : list.split(",")) {
                if (!name.isBlank()) {
                    wanted.add(state(name));
                }
            }
        }
        return wanted;
    }

    private static WorkflowState state(String name) {
        try {
            return WorkflowState.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest(List.of(new Fault("?state", "must be a workflow's state")));
        }
    }
}
