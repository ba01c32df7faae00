package dev.millrace.operations;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import dev.millrace.request.RequestObject;
import dev.millrace.task.TaskFilter;
import dev.millrace.task.TaskSelection;
import dev.millrace.task.TaskState;

/**
 * A request for an action on many tasks.
 *
 * @param user owner of the tasks, as the client named it; null = not given
 * @param priority the new one, null for another action
 * @param dryRun whether the call only counts the tasks
 */
record BulkRequest(BulkAction action, TaskSelection selection, String user, Integer priority, boolean dryRun) {
    private static final int MAX_IDS = 1_000;
    private static final int MAX_TEXT = 300;
    private static final Set<String> MEMBERS = Set.of("action", "ids", "filter", "priority", "dryRun", "asOf");
    private static final Set<String> FILTER = Set.of("state", "type", "queue", "errorType", "text", "from", "to");
    private static final Set<String> ADMINS_FILTER =
            Set.of("state", "type", "queue", "errorType", "text", "from", "to", "user", "worker");

    /**
     * @param forAdmin whether it may concern other users' tasks
     * @throws dev.millrace.request.MalformedJson if it is not JSON
     * @throws dev.millrace.platform.problem.InvalidRequest with every fault
     */
    static BulkRequest parse(String body, boolean forAdmin, Instant now) {
        RequestObject members = RequestObject.parse(body, MEMBERS);
        BulkAction action = members.required(
                "action",
                "must be cancel, retry, delete or priority",
                json -> BulkAction.parse(RequestObject.string(json)));
        List<UUID> ids = members.ids("ids", MAX_IDS);
        RequestObject filter = members.object("filter", forAdmin ? ADMINS_FILTER : FILTER);
        if (members.has("ids") && members.has("filter")) {
            members.fault("filter", "cannot be given together with ids");
        } else if (!members.has("ids") && !members.has("filter")) {
            members.fault("filter", "is required unless there are ids");
        }
        Integer priority = members.priority("priority");
        if (action == BulkAction.PRIORITY && !members.has("priority")) {
            members.fault("priority", "is required");
        } else if (action != BulkAction.PRIORITY && members.has("priority")) {
            members.fault("priority", "is allowed for the action \"priority\" only");
        }
        boolean dryRun = members.bool("dryRun");
        Instant asOf = members.time("asOf");
        TaskFilter taskFilter = filter == null ? TaskFilter.ALL : parse(filter);
        String user = filter == null || !forAdmin ? null : filter.string("user", MAX_TEXT);
        members.throwIfInvalid();
        TaskSelection selection = new TaskSelection(
                taskFilter,
                ids == null ? null : new TreeSet<>(ids),
                action.operation(),
                priority,
                asOf == null || asOf.isAfter(now) ? now : asOf);
        return new BulkRequest(action, selection, user, priority, dryRun);
    }

    private static TaskFilter parse(RequestObject filter) {
        return new TaskFilter(
                filter.enumSet("state", TaskState.class),
                filter.string("type", MAX_TEXT),
                filter.string("queue", MAX_TEXT),
                filter.string("worker", MAX_TEXT),
                filter.string("errorType", MAX_TEXT),
                filter.string("text", MAX_TEXT),
                filter.time("from"),
                filter.time("to"));
    }
}
