package dev.millrace.operations;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;

import dev.millrace.audit.Actor;
import dev.millrace.platform.json.Json;
import dev.millrace.task.Task;
import dev.millrace.task.Tasks;

/**
 * Runs an action on many tasks, in short transactions, while dispatch and workers continue. A call returns after a few
 * thousand, with the number of remaining ones; the caller repeats the request.
 */
@ApplicationScoped
public class BulkOperations {
    static final int MAX_DUPLICATES_SHOWN = 20;

    private RunBatches batches;
    private TaskOperations operations;
    private ResolveUser resolve;
    private Clock clock;

    /** For the container. */
    protected BulkOperations() {}

    @Inject
    BulkOperations(Tasks find, TaskOperations operations, ResolveUser resolve, Clock clock) {
        this.batches = new RunBatches(find);
        this.operations = operations;
        this.resolve = resolve;
        this.clock = clock;
    }

    /**
     * Runs an action on a user's own tasks.
     *
     * @param body {@code {"action": …, "ids": […] | "filter": {…}, "priority"?, "dryRun"?, "asOf"?}}
     * @return {@code {"matched", "changed", "remaining", "duplicates", "asOf"}} as JSON; the next call has to name the
     *     same asOf
     * @throws dev.millrace.task.TaskNotUnique if none was retried, because equal tasks exist
     * @throws dev.millrace.platform.problem.InvalidRequest if the body has another form
     */
    public String onOwnTasks(UUID owner, String body, Actor by) {
        return runToJson(owner, BulkRequest.parse(body, false, clock.instant()), by);
    }

    /** Runs an action on tasks of all users; see {@link #onOwnTasks}. The filter may name a user and a worker. */
    public String onAnyTasks(String body, Actor by) {
        BulkRequest request = BulkRequest.parse(body, true, clock.instant());
        UUID owner = request.user() == null ? null : resolve.resolve(request.user(), "/filter/user");
        return runToJson(owner, request, by);
    }

    private String runToJson(UUID owner, BulkRequest request, Actor by) {
        Map<Task, UUID> duplicates = new HashMap<>();
        RunBatches.BulkResult result = batches.run(owner, request, ids -> apply(ids, request, by, duplicates));
        if (result.changed() == 0) {
            TaskOperations.throwIfDuplicate(duplicates);
        }
        return Json.createObjectBuilder()
                .add("matched", result.matched())
                .add("changed", result.changed())
                .add("remaining", result.remaining())
                .add("duplicates", duplicatesJson(duplicates, "duplicateOf"))
                .add("twins", duplicatesJson(duplicates, "twin")) // the name until 0.2
                .add("asOf", request.selection().asOf().toString())
                .build()
                .toString();
    }

    private static JsonArrayBuilder duplicatesJson(Map<Task, UUID> duplicates, String name) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        duplicates.entrySet().stream()
                .limit(MAX_DUPLICATES_SHOWN)
                .forEach(entry -> items.add(Json.createObjectBuilder()
                        .add("id", entry.getKey().id().toString())
                        .add(name, entry.getValue().toString())));
        return items;
    }

    private int apply(List<UUID> ids, BulkRequest request, Actor by, Map<Task, UUID> duplicates) {
        return switch (request.action()) {
            case CANCEL -> operations.cancelAll(ids, by);
            case RETRY -> {
                OperationResult result = operations.retryEach(ids, by);
                duplicates.putAll(result.duplicates());
                yield result.changed().size();
            }
            case DELETE -> operations.deleteAll(ids, by);
            case PRIORITY -> operations.changeAll(ids, new TaskChange(request.priority(), false, null), by);
        };
    }
}
