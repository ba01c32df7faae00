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

/** One look at all tasks of a workflow, each after those that it needs. The caller holds the workflow. */
final class AdvancePass {
    private final EntityManager em;
    private final Map<String, MemberSnapshot> standings = new LinkedHashMap<>();
    private final Map<UUID, Task> held;
    private final ToLongFunction<Task> places;
    private final Function<Task, String> notices;
    private final Instant now;
    private final Set<String> looked = new HashSet<>();
    private final List<TaskEvent> events = new ArrayList<>();
    private final Set<String> queues = new HashSet<>();

    /**
     * @param held those of the tasks that may move, locked
     * @param places gives a task its place in the fair order
     * @param notices says what a task's owner should know, or null
     */
    AdvancePass(
            EntityManager em,
            List<MemberSnapshot> standings,
            Map<UUID, Task> held,
            ToLongFunction<Task> places,
            Function<Task, String> notices,
            Instant now) {
        this.em = em;
        standings.forEach(standing -> this.standings.put(standing.member().name(), standing));
        this.held = held;
        this.places = places;
        this.notices = notices;
        this.now = now;
    }

    void go(FillParameters fill, TaskFinishedEvents endings) {
        List.copyOf(standings.keySet()).forEach(name -> look(name, fill, endings));
    }

    /** Brings the workflow's own record up to date. */
    AdvanceEffects settle(Workflow workflow) {
        boolean moved = !events.isEmpty();
        for (MemberSnapshot standing : standings.values()) {
            moved |= standing.member().recordOutcome(standing.state());
        }
        List<TaskState> states =
                standings.values().stream().map(MemberSnapshot::state).toList();
        if (!moved && workflow.state() == WorkflowState.of(states)) {
            return AdvanceEffects.NOTHING;
        }
        workflow.follow(states, now);
        events.add(WorkflowView.event(workflow, MemberSnapshot.figures(List.copyOf(standings.values())), now));
        return new AdvanceEffects(events, queues);
    }

    private void look(String name, FillParameters fill, TaskFinishedEvents endings) {
        MemberSnapshot standing = standings.get(name);
        if (standing == null || !looked.add(name)) {
            return;
        }
        List<Dependency> needs = standing.member().dependencies();
        needs.forEach(need -> look(need.task(), fill, endings));
        Task task = held.get(standing.member().taskId());
        if (task == null) {
            return;
        }
        Dependency broken = needs.stream().filter(this::isBroken).findFirst().orElse(null);
        if (task.state() == TaskState.CANCELLED && standing.member().isCancelledByDependency() && broken == null) {
            takeBack(task);
        }
        if (task.isBlocked() && broken != null) {
            drop(standing.member(), task, broken);
            endings.tell(task);
        } else if (task.isBlocked() && needs.stream().allMatch(this::isOver)) {
            letGo(task, fill, endings);
        }
        standings.put(
                name,
                new MemberSnapshot(
                        standing.member(), task.state(), task.isBlocked(), task.progress(), task.type(), task.queue()));
    }

    private void letGo(Task task, FillParameters fill, TaskFinishedEvents endings) {
        AttemptError error = fill.in(em, task, name -> standings.get(name));
        if (error == null) {
            task.unblock(places.applyAsLong(task), now);
            queues.add(task.queue());
        } else {
            task.reject(error, now);
            write(task, "rejected", error.message());
            endings.tell(task);
        }
        events.add(TaskView.event(task, now, notices));
    }

    private void drop(WorkflowMember member, Task task, Dependency broken) {
        member.cancelByDependency();
        task.cancel(null, now);
        String outcome = standings.get(broken.task()).state() == TaskState.FAILED ? "failed." : "was cancelled.";
        write(task, "cancelled", "Cancelled, because '" + broken.task() + "', which it needs, " + outcome);
        events.add(TaskView.event(task, now, notices));
    }

    private void takeBack(Task task) {
        task.retry(task.startTag(), now);
        write(task, "retried", "Waits again for what it needs.");
        events.add(TaskView.event(task, now, notices));
    }

    private void write(Task task, String kind, String line) {
        em.persist(new LogLine(task, "workflow-" + task.revision(), kind, now, null, line));
    }

    private boolean isBroken(Dependency need) {
        return need.onFailure() == OnFailure.CANCEL
                && isOver(need)
                && standings.get(need.task()).state() != TaskState.SUCCEEDED;
    }

    private boolean isOver(Dependency need) {
        return standings.get(need.task()).state().isFinished();
    }
}
