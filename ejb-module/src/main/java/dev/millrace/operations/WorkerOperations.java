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

/** The live workers as admins see and steer them. What a worker was told shows in its next beat, about two seconds later. */
@ApplicationScoped
public class WorkerOperations {
    private static final Logger LOG = NodeLog.of(WorkerOperations.class);
    private static final Comparator<WorkerHeartbeat> BY_MACHINE =
            Comparator.comparing(WorkerHeartbeat::host).thenComparing(WorkerHeartbeat::worker);

    @Inject
    private LiveWorkers workers;

    @Inject
    private RunningTasks tasks;

    @Inject
    private WorkerOrders orders;

    @Inject
    private AuditLog audit;

    /** @return {@code {"items": […]}}, by host, with what each runs */
    public String all() {
        List<WorkerHeartbeat> beats =
                workers.latest().stream().sorted(BY_MACHINE).toList();
        Map<UUID, RunningTasks.TaskWithOwner> held = tasks.of(beats.stream()
                .flatMap(beat -> beat.running().stream())
                .map(Claim::taskId)
                .toList());
        JsonArrayBuilder items = Json.createArrayBuilder();
        beats.forEach(beat -> items.add(view(beat, held)));
        return Json.createObjectBuilder().add("items", items).build().toString();
    }

    /** It is to take nothing new. Errors as for {@link #stop}. */
    public void quiet(String id, Actor by) {
        tell(id, WorkerOrder.Kind.QUIET, by);
    }

    /** It is to take tasks again. Errors as for {@link #stop}. */
    public void resume(String id, Actor by) {
        tell(id, WorkerOrder.Kind.RESUME, by);
    }

    /**
     * Its process is to end in order.
     *
     * @throws WorkerNotFound if none of this id is alive
     * @throws RedisUnavailable if Redis is away
     */
    public void stop(String id, Actor by) {
        tell(id, WorkerOrder.Kind.STOP, by);
    }

    private void tell(String id, WorkerOrder.Kind kind, Actor by) {
        WorkerOrder order = new WorkerOrder(workers.named(id).worker(), kind);
        AuditedAction deed = new AuditedAction(actionOf(kind), new AuditTarget(AuditTarget.Kind.WORKER, id), null);
        audit.doing(by, () -> send(order), sent -> Optional.of(deed));
        LOG.log(Level.INFO, "{0} told worker {1}", by.username(), order);
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

    private static JsonObjectBuilder view(WorkerHeartbeat beat, Map<UUID, RunningTasks.TaskWithOwner> held) {
        JsonArrayBuilder running = Json.createArrayBuilder();
        beat.running().stream()
                .map(claim -> held.get(claim.taskId()))
                .filter(task -> task != null)
                .forEach(task -> running.add(view(task)));
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", beat.worker())
                .add("host", beat.host())
                .add("pid", beat.pid())
                .add("version", beat.version())
                .add("startedAt", beat.startedAt().toString())
                .add("lastSeenAt", beat.at().toString())
                .add("queues", Json.createArrayBuilder(beat.queues()))
                .add("types", Json.createArrayBuilder(beat.types()))
                .add("slots", beat.slots())
                .add("busy", beat.running().size())
                .add("quiet", beat.quiet())
                .add("stopping", beat.stopping());
        if (beat.load() == null) {
            json.addNull("cpu").addNull("heapUsed").addNull("heapMax");
        } else {
            json.add("cpu", beat.load().cpu())
                    .add("heapUsed", beat.load().memoryUsed())
                    .add("heapMax", beat.load().memoryMax());
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
                                .add("username", Json.orNull(held.owner())))
                .add("attempt", task.attempt())
                .add("progress", task.progress())
                .add("since", Json.orNull(task.startedAt()));
    }
}
