package dev.millrace.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.millrace.task.TaskEvent;

/**
 * The effects of an advance pass, for publication after the commit.
 *
 * @param events for its owner, in order
 * @param queues that have work now
 */
public record AdvanceEffects(List<TaskEvent> events, Set<String> queues) {
    static final AdvanceEffects NOTHING = new AdvanceEffects(List.of(), Set.of());

    AdvanceEffects(List<TaskEvent> events, Collection<String> queues) {
        this(events, Set.copyOf(queues));
    }
}
