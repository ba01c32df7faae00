package dev.millrace.operations;

import java.util.List;
import java.util.UUID;

import dev.millrace.task.Tasks;

/** Runs an action on the tasks that a request selects, batch by batch. */
final class RunBatches {
    static final int MAX_COUNTED = 1_000_000;
    static final int MAX_PER_CALL = 5_000;
    static final int MAX_PER_TRANSACTION = 500;

    private final Tasks find;

    /** An action on at most {@link #MAX_PER_TRANSACTION} tasks, in a transaction of its own. */
    interface BatchAction {
        /** @return the number of changed tasks */
        int apply(List<UUID> ids);
    }

    /**
     * Result of a call.
     *
     * @param matched how many tasks matched, counted up to a million
     * @param changed number of changed tasks
     * @param remaining number of tasks left
     */
    record BulkResult(int matched, int changed, int remaining) {}

    RunBatches(Tasks find) {
        this.find = find;
    }

    /** @param owner of the tasks, null = any user */
    BulkResult run(UUID owner, BulkRequest request, BatchAction action) {
        int matched = find.count(owner, request.selection(), MAX_COUNTED);
        if (request.dryRun() || matched == 0) {
            return new BulkResult(matched, 0, matched);
        }
        List<UUID> ids = find.findIds(owner, request.selection(), MAX_PER_CALL);
        int changed = 0;
        for (int i = 0; i < ids.size(); i += MAX_PER_TRANSACTION) {
            changed += action.apply(ids.subList(i, Math.min(ids.size(), i + MAX_PER_TRANSACTION)));
        }
        return new BulkResult(matched, changed, Math.max(0, matched - ids.size()));
    }
}
