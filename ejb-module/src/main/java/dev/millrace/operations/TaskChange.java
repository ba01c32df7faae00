package dev.millrace.operations;

import java.time.Instant;
import java.util.Set;

import dev.millrace.request.RequestObject;

/**
 * A change of a waiting task.
 *
 * @param priority 0 to 9, null = as before
 * @param movesTime whether {@code runAt} applies
 * @param runAt not before, null = at once
 */
public record TaskChange(Integer priority, boolean movesTime, Instant runAt) {
    /**
     * @param body {@code {"priority": …, "runAt": …}}, at least one of them
     * @throws dev.millrace.request.MalformedJson if it is not JSON
     * @throws dev.millrace.platform.problem.InvalidRequest if it has another form
     */
    static TaskChange parse(String body) {
        RequestObject members = RequestObject.parse(body, Set.of("priority", "runAt"));
        TaskChange change = new TaskChange(members.priority("priority"), members.has("runAt"), members.time("runAt"));
        if (change.priority() == null && !change.movesTime()) {
            members.fault("priority", "priority or runAt is required");
        }
        members.throwIfInvalid();
        return change;
    }
}
