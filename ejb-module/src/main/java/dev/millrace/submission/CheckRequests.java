package dev.millrace.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.CompiledTaskType;
import dev.millrace.catalogue.UnknownTaskType;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.request.TaskRequest;
import dev.millrace.task.AttemptPolicy;
import dev.millrace.task.QueueModes;
import dev.millrace.task.TaskPlan;

/** Checks requests against their task types and fills in the defaults of the types. */
@ApplicationScoped
public class CheckRequests {
    private Catalogue catalogue;
    private QueueModes queues;

    /** For the container. */
    protected CheckRequests() {}

    @Inject
    CheckRequests(Catalogue catalogue, QueueModes queues) {
        this.catalogue = catalogue;
        this.queues = queues;
    }

    /**
     * @return a plan for each request, in order
     * @throws UnknownTaskType for the first request of an unknown type
     * @throws InvalidRequest with every fault of all requests
     */
    public List<TaskPlan> checkAll(List<TaskRequest> requests) {
        List<Fault> faults = new ArrayList<>();
        List<TaskPlan> plans = new ArrayList<>(requests.size());
        for (TaskRequest request : requests) {
            plans.add(check(request, faults));
        }
        checkQueues(requests, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
        return plans;
    }

    /**
     * Checks one request.
     *
     * @param faults to which this adds the faults of its parameters
     * @throws UnknownTaskType if there is no such type
     * @throws dev.millrace.catalogue.TaskTypeHidden if an admin has hidden it
     */
    public TaskPlan check(TaskRequest request, List<Fault> faults) {
        CompiledTaskType type = typeOf(request);
        faults.addAll(type.faultsIn(request.parameters(), request.pointer() + "/parameters"));
        return plan(request, type);
    }

    /**
     * Checks that the queues exist; a request does not create one.
     *
     * @param requests of known types
     * @param faults to which this adds each undeclared queue
     */
    public void checkQueues(List<TaskRequest> requests, List<Fault> faults) {
        List<String> names = requests.stream().map(this::queueOf).toList();
        Set<String> undeclared = queues.undeclared(names);
        for (int i = 0; i < names.size(); i++) {
            if (undeclared.contains(names.get(i))) {
                TaskRequest request = requests.get(i);
                faults.add(new Fault(
                        request.pointer() + "/queue",
                        request.queue() != null
                                ? "unknown queue"
                                : "is required: the queue of this task type could not be declared"));
            }
        }
    }

    private String queueOf(TaskRequest request) {
        return request.queue() != null
                ? request.queue()
                : catalogue.get(request.type()).announcement().queue();
    }

    /**
     * The plan for a request whose parameters cannot be checked yet.
     *
     * @throws UnknownTaskType if there is no such type
     * @throws dev.millrace.catalogue.TaskTypeHidden if an admin has hidden it
     */
    public TaskPlan planUnchecked(TaskRequest request) {
        return plan(request, typeOf(request));
    }

    private CompiledTaskType typeOf(TaskRequest request) {
        return catalogue.getOffered(request.type(), request.pointer() + "/type");
    }

    private static TaskPlan plan(TaskRequest request, CompiledTaskType compiled) {
        TaskTypeAnnouncement type = compiled.announcement();
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
                UniqueRules.uniquenessOf(compiled, request.parameters()),
                null);
    }
}
