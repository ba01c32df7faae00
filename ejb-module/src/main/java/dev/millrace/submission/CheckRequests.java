package dev.millrace.submission;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.KnownType;
import dev.millrace.catalogue.UnknownTaskType;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.problem.Fault;
import dev.millrace.problem.InvalidRequest;
import dev.millrace.task.AttemptPolicy;
import dev.millrace.task.TaskPlan;

/** Checks wishes against their types and fills in what the types say. */
@ApplicationScoped
public class CheckRequests {
    @Inject
    private Catalogue catalogue;

    public CheckRequests() {}

    CheckRequests(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @return a plan for each request, in order
     * @throws UnknownTaskType for the first request of an unknown type
     * @throws InvalidRequest with every fault of all requests
     */
    public List<TaskPlan> check(List<TaskRequest> requests) {
        List<Fault> faults = new ArrayList<>();
        List<TaskPlan> plans = new ArrayList<>(requests.size());
        for (TaskRequest request : requests) {
            plans.add(plan(request, faults));
        }
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return plans;
    }

    /**
     * Checks one wish.
     *
     * @param faults to which what is wrong with the parameters is added
     * @throws UnknownTaskType if there is no such type
     */
    public TaskPlan plan(TaskRequest request, List<Fault> faults) {
        KnownType type = catalogue.named(request.type());
        faults.addAll(type.faultsIn(request.parameters(), request.pointer() + "/parameters"));
        return plan(request, type);
    }

    /**
     * The plan for a wish whose parameters cannot be checked yet.
     *
     * @throws UnknownTaskType if there is no such type
     */
    public TaskPlan unchecked(TaskRequest request) {
        return plan(request, catalogue.named(request.type()));
    }

    private static TaskPlan plan(TaskRequest request, KnownType known) {
        TaskTypeAnnouncement type = known.announcement();
        return new TaskPlan(
                type.name(),
                request.queue() != null ? request.queue() : type.queue(),
                request.parameters().toString(),
                request.priority(),
                request.runAt(),
                new AttemptPolicy(
                        request.maxAttempts() != null ? request.maxAttempts() : type.maxAttempts(),
                        request.timeout() != null ? request.timeout() : type.timeout(),
                        type.backoff(),
                        type.maxBackoff()),
                UniqueRules.of(known, request.parameters()),
                null);
    }
}
