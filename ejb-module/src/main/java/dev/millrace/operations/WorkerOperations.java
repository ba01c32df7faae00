package dev.millrace.operations;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.audit.ActionKind;
import dev.millrace.audit.Actor;
import dev.millrace.audit.AuditLog;
import dev.millrace.audit.AuditTarget;
import dev.millrace.audit.AuditedAction;
import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.catalogue.WorkerNotFound;
import dev.millrace.catalogue.WorkerOrders;
import dev.millrace.contract.Claim;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.contract.WorkerOrder;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.platform.redis.RedisUnavailable;
import dev.millrace.task.Task;

/** The live workers as admins see and steer them. An order shows in the next heartbeat, about two seconds later. */
@ApplicationScoped
public class WorkerOperations {
    private static final Logger LOG = NodeLog.of(WorkerOperations.class);
    private static final Comparator<WorkerHeartbeat> BY_HOST =
            Comparator.comparing(WorkerHeartbeat::host).thenComparing(WorkerHeartbeat::worker);

    private LiveWorkers workers;
    private RunningTasks tasks;
    private WorkerOrders orders;
    private AuditLog audit;

    /** For the container. */
    protected WorkerOperations() {}

    @Inject
    WorkerOperations(LiveWorkers workers, RunningTasks tasks, WorkerOrders orders, AuditLog audit) {
        this.workers = workers;
        this.tasks = tasks;
        this.orders = orders;
        this.audit = audit;
    }

    /** @return {@code {"items": […]}}, by host, with the tasks that each runs */
    public String all() {
        List<WorkerHeartbeat> heartbeats =
                workers.latest().stream().sorted(BY_HOST).toList();
        Map<UUID, RunningTasks.TaskWithOwner> held = tasks.find(heartbeats.stream()
                .flatMap(heartbeat -> heartbeat.heldClaims().stream())
                .map(Claim::taskId)
                .toList());
        JsonArrayBuilder items = Json.createArrayBuilder();
        heartbeats.forEach(heartbeat -> items.add(view(heartbeat, held)));
        return Json.createObjectBuilder().add("items", items).build().toString();
    }

    /** Orders it to take no new tasks. Errors as for {@link #stop}. */
    public void quiet(String id, Actor by) {
        sendOrder(id, WorkerOrder.Kind.QUIET, by);
    }

    /** Orders it to take tasks again. Errors as for {@link #stop}. */
    public void resume(String id, Actor by) {
        sendOrder(id, WorkerOrder.Kind.RESUME, by);
    }

    /**
     * Orders its process to shut down gracefully.
     *
     * @throws WorkerNotFound if no live worker has this id
     * @throws RedisUnavailable if Redis is unavailable
     */
    public void stop(String id, Actor by) {
        sendOrder(id, WorkerOrder.Kind.STOP, by);
    }

    private void sendOrder(String id, WorkerOrder.Kind kind, Actor by) {
        WorkerOrder order = new WorkerOrder(workers.get(id).worker(), kind);
        AuditedAction audited = new AuditedAction(actionOf(kind), new AuditTarget(AuditTarget.Kind.WORKER, id), null);
        audit.recordAround(by, () -> send(order), sent -> Optional.of(audited));
        LOG.log(Level.INFO, "Sent order {0} to worker {1}; user {2}", kind, id, by.username());
    }

    private WorkerOrder send(WorkerOrder order) {
        orders.send(order);
        return order;
    }

    private static ActionKind actionOf(WorkerOrder.Kind kind) {
        return switch (kind) {
            case QUIET -> ActionKind.WORKER_QUIET;
            case RESUME -> ActionKind.WORKER_RESUME;
            case STOP -> ActionKind.WORKER_STOP;
        };
    }

    private static JsonObjectBuilder view(WorkerHeartbeat heartbeat, Map<UUID, RunningTasks.TaskWithOwner> held) {
        JsonArrayBuilder running = Json.createArrayBuilder();
        heartbeat.heldClaims().stream()
                .map(claim -> held.get(claim.taskId()))
                .filter(task -> task != null)
                .forEach(task -> running.add(view(task)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", heartbeat.worker())
                .add("host", heartbeat.host())
                .add("pid", heartbeat.pid())
                .add("version", heartbeat.version())
                .add("startedAt", heartbeat.startedAt().toString())
                .add("lastSeenAt", heartbeat.at().toString())
                .add("queues", Json.createArrayBuilder(heartbeat.queues()))
                .add("types", Json.createArrayBuilder(heartbeat.types()))
                .add("slots", heartbeat.slots())
                .add("busy", heartbeat.heldClaims().size())
                .add("quiet", heartbeat.quiet())
                .add("stopping", heartbeat.stopping());
        if (heartbeat.load() == null) {
            json.addNull("cpu").addNull("heapUsed").addNull("heapMax");
        } else {
            json.add("cpu", heartbeat.load().cpu())
                    .add("heapUsed", heartbeat.load().memoryUsed())
                    .add("heapMax", heartbeat.load().memoryMax());
        }
        return json.add("running", running);
    }

    private static JsonObjectBuilder view(RunningTasks.TaskWithOwner held) {
        Task task = held.task();
        return Json.createObjectBuilder()
                .add("task", task.id().toString())
                .add("type", task.type())
                .add(
                        "owner",
                        Json.createObjectBuilder()
                                .add("id", task.owner().toString())
                                .add("username", Json.orNull(held.username())))
                .add("attempt", task.attempt())
                .add("progress", task.progress())
                .add("since", Json.orNull(task.startedAt()));
    }
}
