package dev.millrace.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;

import dev.millrace.catalogue.Notices;
import dev.millrace.task.Endings;
import dev.millrace.task.FairOrder;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.Queues;
import dev.millrace.task.Task;

/**
 * Moves a workflow on, in SQL: lets tasks go whose needs are met, cancels those that cannot come any more, and takes back
 * such a cancellation when the reason is gone. Each call is a transaction; a second one finds nothing to do.
 */
@Stateless
public class AdvanceWorkflow {
    private static final int AT_ONCE = 100;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private FillParameters fill;

    @Inject
    private Endings endings;

    @Inject
    private FairOrder fairOrder;

    @Inject
    private Queues queues;

    private Function<Task, String> notices = task -> null;

    public AdvanceWorkflow() {}

    AdvanceWorkflow(EntityManager em, FillParameters fill, Endings endings, FairOrder fairOrder, Queues queues) {
        this.em = em;
        this.fill = fill;
        this.endings = endings;
        this.fairOrder = fairOrder;
        this.queues = queues;
    }

    @Inject
    void say(Notices known) {
        notices = known::of;
    }

    /** @return workflows that have news to take notice of */
    public List<UUID> due() {
        return News.workflows(em, AT_ONCE);
    }

    /** Takes notice of all news there is. A workflow that is gone has nothing to do. */
    public Advance advance(UUID id, Instant now) {
        Workflow workflow = em.find(Workflow.class, id, LockModeType.PESSIMISTIC_WRITE);
        News.take(em, id); // before its tasks are read: what is committed later leaves news for the next call
        if (workflow == null) {
            return Advance.NOTHING;
        }
        List<Standing> standings = Standing.of(em, workflow);
        Map<UUID, Task> held = LockedTasks.byId(
                em,
                standings.stream()
                        .filter(Standing::mayMove)
                        .map(standing -> standing.member().taskId())
                        .toList());
        Round round = new Round(em, standings, held, this::place, notices, now);
        round.go(fill, endings);
        return round.settle(workflow);
    }

    private long place(Task task) {
        return fairOrder.nextTag(task, queues::fairOrder);
    }
}
