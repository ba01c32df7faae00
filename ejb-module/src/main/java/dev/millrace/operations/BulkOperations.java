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
 * Does something to many tasks, in short transactions, while they are dispatched and worked on. A call ends after a few
 * thousand and says how many remain; the caller goes on with the same request.
 */
@ApplicationScoped
public class BulkOperations {
    static final int MOST_COUNTED = 1_000_000;
    static final int MOST_TWINS = 20;
    static final int MOST_IN_A_CALL = 5_000;
    static final int MOST_IN_A_TRANSACTION = 500;

    @Inject
    private Tasks find;

    @Inject
    private TaskOperations interventions;

    @Inject
    private ResolveUser whom;

    @Inject
    private Clock clock;

    /** Something to do to at most {@link #MOST_IN_A_TRANSACTION} tasks, in a transaction of its own. */
    interface BatchAction {
        /** @return how many are not as before */
        int to(List<UUID> ids);
    }

    /**
     * What came of a call.
     *
     * @param matched how many there were to do it to, counted up to a million
     * @param changed how many are not as before
     * @param remaining how many there are still
     */
    record BulkResult(int matched, int changed, int remaining) {}

    public BulkOperations() {}

    BulkOperations(Tasks find) {
        this.find = find;
    }

    /**
     * Does something to many of a user's own tasks.
     *
     * @param body {@code {"action": …, "ids": […] | "filter": {…}, "priority"?, "dryRun"?, "asOf"?}}
     * @return {@code {"matched", "changed", "remaining", "duplicates", "asOf"}} as JSON; the next call is to name the same asOf
     * @throws dev.millrace.task.TaskNotUnique if none was retried, because other tasks stand for the same wishes
     * @throws dev.millrace.platform.problem.InvalidRequest if the body is something else
     */
    public String toOwn(UUID owner, String body, Actor by) {
        return answered(owner, BulkRequest.read(body, false, clock.instant()), by);
    }

    /** Does something to many tasks, whosever they are; see {@link #toOwn}. The filter may name a user and a worker. */
    public String toAny(String body, Actor by) {
        BulkRequest request = BulkRequest.read(body, true, clock.instant());
        UUID owner = request.user() == null ? null : whom.isMeant(request.user(), "/filter/user");
        return answered(owner, request, by);
    }

    private String answered(UUID owner, BulkRequest request, Actor by) {
        Map<Task, UUID> twins = new HashMap<>();
        BulkResult outcome = run(owner, request, ids -> doTo(ids, request, by, twins));
        if (outcome.changed() == 0) {
            TaskOperations.refuseTwins(twins);
        }
        return Json.createObjectBuilder()
                .add("matched", outcome.matched())
                .add("changed", outcome.changed())
                .add("remaining", outcome.remaining())
                .add("duplicates", duplicatesJson(twins, "duplicateOf"))
                .add("twins", duplicatesJson(twins, "twin")) // the name until 0.2
                .add("asOf", request.selection().asOf().toString())
                .build()
                .toString();
    }

    /** @param owner whose tasks, null = anybody's */
    BulkResult run(UUID owner, BulkRequest request, BatchAction doing) {
        int matched = find.count(owner, request.selection(), MOST_COUNTED);
        if (request.dryRun() || matched == 0) {
            return new BulkResult(matched, 0, matched);
        }
        List<UUID> ids = find.findIds(owner, request.selection(), MOST_IN_A_CALL);
        int changed = 0;
        for (int i = 0; i < ids.size(); i += MOST_IN_A_TRANSACTION) {
            changed += doing.to(ids.subList(i, Math.min(ids.size(), i + MOST_IN_A_TRANSACTION)));
        }
        return new BulkResult(matched, changed, Math.max(0, matched - ids.size()));
    }

    private static JsonArrayBuilder duplicatesJson(Map<Task, UUID> twins, String name) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        twins.entrySet().stream()
                .limit(MOST_TWINS)
                .forEach(entry -> items.add(Json.createObjectBuilder()
                        .add("id", entry.getKey().id().toString())
                        .add(name, entry.getValue().toString())));
        return items;
    }

    private int doTo(List<UUID> ids, BulkRequest request, Actor by, Map<Task, UUID> twins) {
        return switch (request.action()) {
            case CANCEL -> interventions.cancel(ids, by);
            case RETRY -> {
                OperationResult done = interventions.retry(ids, by);
                twins.putAll(done.twins());
                yield done.changed().size();
            }
            case DELETE -> interventions.delete(ids, by);
            case PRIORITY -> interventions.change(ids, new TaskChange(request.priority(), false, null), by);
        };
    }
}
