package dev.millrace.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.millrace.task.TaskEvent;

/**
 * What moving a workflow on did, to be made known after the commit.
 *
 * @param events what its owner is to be told, in order
 * @param queues that have work now
 */
public record AdvanceEffects(List<TaskEvent> events, Set<String> queues) {
    static final AdvanceEffects NOTHING = new AdvanceEffects(List.of(), Set.of());

    AdvanceEffects(List<TaskEvent> events, Collection<String> queues) {
        this(events, Set.copyOf(queues));
    }
}
