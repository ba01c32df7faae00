package dev.millrace.workflow;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.catalogue.UnknownTaskType;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.request.TaskRequest;
import dev.millrace.submission.CheckRequests;
import dev.millrace.task.TaskPlan;
import dev.millrace.workflow.WorkflowRequest.RequestedTask;

/** Checks the tasks of a request for a workflow against their types. */
@ApplicationScoped
public class PlanWorkflows {
    private CheckRequests check;

    /** For the container. */
    protected PlanWorkflows() {}

    @Inject
    public PlanWorkflows(CheckRequests check) {
        this.check = check;
    }

    /**
     * Parameters that refer to results are checked once these exist.
     *
     * @throws InvalidRequest with every fault of the workflow and its tasks
     * @throws UnknownTaskType if the only fault is an unknown type
     */
    public WorkflowPlan plan(WorkflowRequest request) {
        List<Fault> faults = new ArrayList<>(request.faults());
        List<WorkflowPlan.PlannedTask> planned = new ArrayList<>();
        List<TaskRequest> known = new ArrayList<>();
        UnknownTaskType unknown = null;
        for (RequestedTask part : request.tasks()) {
            if (part.task() == null || part.task().type() == null) {
                continue;
            }
            try {
                planned.add(new WorkflowPlan.PlannedTask(
                        part.name(), task(part, faults), part.dependencies(), part.hasReferences()));
                known.add(part.task());
            } catch (UnknownTaskType e) {
                unknown = unknown == null ? e : unknown;
            }
        }
        check.checkQueues(known, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        if (unknown != null) {
            throw unknown;
        }
        return new WorkflowPlan(request.name(), planned);
    }

    private TaskPlan task(RequestedTask request, List<Fault> faults) {
        return request.hasReferences() ? check.planUnchecked(request.task()) : check.check(request.task(), faults);
    }
}
