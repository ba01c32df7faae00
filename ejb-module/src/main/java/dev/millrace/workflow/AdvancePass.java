package dev.millrace.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import jakarta.persistence.EntityManager;

import dev.millrace.contract.AttemptError;
import dev.millrace.task.LogLine;
import dev.millrace.task.Task;
import dev.millrace.task.TaskEvent;
import dev.millrace.task.TaskState;
import dev.millrace.task.TaskView;
import dev.millrace.task.lifecycle.TaskFinishedEvents;

/** Visits all tasks of a workflow once, each after its dependencies. The caller holds the workflow's lock. */
final class AdvancePass {
    private final EntityManager em;
    private final Map<String, MemberSnapshot> members = new LinkedHashMap<>();
    private final Map<UUID, Task> held;
    private final ToLongFunction<Task> startTags;
    private final Function<Task, String> notices;
    private final Instant now;
    private final Set<String> visited = new HashSet<>();
    private final List<TaskEvent> events = new ArrayList<>();
    private final Set<String> queues = new HashSet<>();

    /**
     * @param held the locked tasks that may change
     * @param startTags gives a task its place in the fair queue
     * @param notices gives the notice for a task's owner, or null
     */
    AdvancePass(
            EntityManager em,
            List<MemberSnapshot> members,
            Map<UUID, Task> held,
            ToLongFunction<Task> startTags,
            Function<Task, String> notices,
            Instant now) {
        this.em = em;
        members.forEach(snapshot -> this.members.put(snapshot.member().name(), snapshot));
        this.held = held;
        this.startTags = startTags;
        this.notices = notices;
        this.now = now;
    }

    void run(FillParameters fill, TaskFinishedEvents finishedEvents) {
        List.copyOf(members.keySet()).forEach(name -> visit(name, fill, finishedEvents));
    }

    /** Updates the workflow's own record. */
    AdvanceEffects updateWorkflow(Workflow workflow) {
        boolean moved = !events.isEmpty();
        for (MemberSnapshot snapshot : members.values()) {
            moved |= snapshot.member().recordOutcome(snapshot.state());
        }
        List<TaskState> states =
                members.values().stream().map(MemberSnapshot::state).toList();
        if (!moved && workflow.state() == WorkflowState.of(states)) {
            return AdvanceEffects.NOTHING;
        }
        workflow.updateState(states, now);
        events.add(WorkflowView.event(workflow, MemberSnapshot.progress(List.copyOf(members.values())), now));
        return new AdvanceEffects(events, queues);
    }

    private void visit(String name, FillParameters fill, TaskFinishedEvents finishedEvents) {
        MemberSnapshot snapshot = members.get(name);
        if (snapshot == null || !visited.add(name)) {
            return;
        }
        List<Dependency> dependencies = snapshot.member().dependencies();
        dependencies.forEach(dependency -> visit(dependency.task(), fill, finishedEvents));
        Task task = held.get(snapshot.member().taskId());
        if (task == null) {
            return;
        }
        Dependency failedDependency =
                dependencies.stream().filter(this::isFailed).findFirst().orElse(null);
        if (task.state() == TaskState.CANCELLED
                && snapshot.member().isCancelledByDependency()
                && failedDependency == null) {
            undoCancel(task);
        }
        if (task.isBlocked() && failedDependency != null) {
            cancelDependent(snapshot.member(), task, failedDependency);
            finishedEvents.fireIfFinished(task);
        } else if (task.isBlocked() && dependencies.stream().allMatch(this::isFinished)) {
            release(task, fill, finishedEvents);
        }
        members.put(
                name,
                new MemberSnapshot(
                        snapshot.member(), task.state(), task.isBlocked(), task.progress(), task.type(), task.queue()));
    }

    private void release(Task task, FillParameters fill, TaskFinishedEvents finishedEvents) {
        AttemptError error = fill.in(em, task, name -> members.get(name));
        if (error == null) {
            task.unblock(startTags.applyAsLong(task), now);
            queues.add(task.queue());
        } else {
            task.failBeforeDispatch(error, now);
            appendTimeline(task, "rejected", error.message());
            finishedEvents.fireIfFinished(task);
        }
        events.add(TaskView.stateEvent(task, now, notices));
    }

    private void cancelDependent(WorkflowMember member, Task task, Dependency failedDependency) {
        member.cancelByDependency();
        task.cancel(null, now);
        String outcome =
                members.get(failedDependency.task()).state() == TaskState.FAILED ? "failed." : "was cancelled.";
        appendTimeline(
                task, "cancelled", "Cancelled because its dependency '" + failedDependency.task() + "' " + outcome);
        events.add(TaskView.stateEvent(task, now, notices));
    }

    private void undoCancel(Task task) {
        task.retry(task.startTag(), now);
        appendTimeline(task, "retried", "Waits again for its dependencies.");
        events.add(TaskView.stateEvent(task, now, notices));
    }

    private void appendTimeline(Task task, String kind, String line) {
        em.persist(new LogLine(task, "workflow-" + task.revision(), kind, now, null, line));
    }

    private boolean isFailed(Dependency dependency) {
        return dependency.onFailure() == OnFailure.CANCEL
                && isFinished(dependency)
                && members.get(dependency.task()).state() != TaskState.SUCCEEDED;
    }

    private boolean isFinished(Dependency dependency) {
        return members.get(dependency.task()).state().isFinished();
    }
}
