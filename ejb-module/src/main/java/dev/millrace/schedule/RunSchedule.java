package dev.millrace.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.platform.problem.Problem;
import dev.millrace.request.ParseTaskRequests;
import dev.millrace.submission.CheckRequests;
import dev.millrace.task.InsertTasks;
import dev.millrace.task.Task;
import dev.millrace.task.TaskPlan;

/**
 * Starts the runs of one schedule. Each call is a transaction that holds the schedule's row lock. So its tasks exist if
 * and only if the schedule has moved on.
 */
@Stateless
public class RunSchedule {
    private static final int BATCH = 100;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CheckRequests check;

    @Inject
    private InsertTasks insertTasks;

    @Inject
    private ScheduleSettings settings;

    public RunSchedule() {}

    RunSchedule(EntityManager em, CheckRequests check, InsertTasks insertTasks, ScheduleSettings settings) {
        this.em = em;
        this.check = check;
        this.insertTasks = insertTasks;
        this.settings = settings;
    }

    /** @return schedules that are due, or whose waiting run need not wait any more; the longest due first */
    public List<UUID> findDue(Instant now) {
        List<UUID> due = new ArrayList<>(em.createQuery(
                        "select s.id from Schedule s where s.pendingDueAt is not null and not exists"
                                + " (select t.id from Task t where t.id = s.lastTaskId and t.finishedAt is null)"
                                + " order by s.pendingDueAt",
                        UUID.class)
                .setMaxResults(BATCH)
                .getResultList());
        due.addAll(
                em.createQuery("select s.id from Schedule s where s.nextRunAt <= :now order by s.nextRunAt", UUID.class)
                        .setParameter("now", now)
                        .setMaxResults(BATCH)
                        .getResultList());
        return due.stream().distinct().toList();
    }

    /**
     * Starts the due runs of a schedule, as its policies say.
     *
     * @return the tasks of its runs; none if another node holds the schedule, or had it before
     * @throws Problem if a task cannot be submitted; then the call has no effect
     */
    public List<InsertTasks.SubmittedTask> run(UUID id, Instant now) {
        List<InsertTasks.SubmittedTask> started = new ArrayList<>();
        for (Schedule schedule : loadUnlessLocked(id)) {
            if (schedule.isPending() && !isUnfinished(schedule.lastTaskId())) {
                started.add(submit(schedule, RunKind.QUEUED, schedule.takePending(), now));
            }
            if (schedule.isDue(now)) {
                catchUp(schedule, now, started);
            }
        }
        return started;
    }

    /** Records why {@link #run} could not submit, and moves on to the next time. */
    public void recordRejection(UUID id, Problem problem, Instant now) {
        for (Schedule schedule : loadUnlessLocked(id)) {
            boolean isDue = schedule.isDue(now);
            if (isDue || schedule.isPending()) {
                Instant dueAt = isDue ? schedule.nextRunAt() : schedule.pendingDueAt();
                schedule.recordRejection(problem.getMessage());
                recordSkipped(schedule, RunKind.REJECTED, dueAt, now, schedule.lastError());
            }
            if (isDue) {
                schedule.advanceTo(schedule.timing().nextDueAfter(now), now);
            }
        }
    }

    /**
     * Starts a run on its owner's request, regardless of the policies and also while the schedule is paused.
     *
     * @throws ScheduleNotFound if {@code owner} has no such schedule
     * @throws Problem if its task cannot be submitted
     */
    public InsertTasks.SubmittedTask runNow(UUID owner, UUID id, Instant now) {
        List<InsertTasks.SubmittedTask> started = new ArrayList<>();
        new ScheduleRepository(em)
                .change(owner, id, schedule -> started.add(submit(schedule, RunKind.MANUAL, now, now)));
        return started.get(0);
    }

    private void catchUp(Schedule schedule, Instant now, List<InsertTasks.SubmittedTask> started) {
        DueTimes due = DueTimes.upTo(now, schedule.nextRunAt(), schedule.timing(), settings);
        List<Instant> caughtUp = schedule.missed().toCatchUp(due);
        int skipped = due.missedCount() - caughtUp.size();
        if (skipped > 0) {
            Instant last = due.missed().get(due.missed().size() - 1);
            recordSkipped(schedule, RunKind.SKIPPED, last, now, skipped + " missed runs skipped");
        }
        caughtUp.forEach(dueAt -> startRun(schedule, RunKind.CATCH_UP, dueAt, now, started));
        if (due.onTime() != null) {
            startRun(schedule, RunKind.DUE, due.onTime(), now, started);
        }
        schedule.advanceTo(due.next(), now);
    }

    private void startRun(
            Schedule schedule, RunKind kind, Instant dueAt, Instant now, List<InsertTasks.SubmittedTask> started) {
        if (schedule.overlap() == OverlapPolicy.ALLOW || !isUnfinished(schedule.lastTaskId())) {
            started.add(submit(schedule, kind, dueAt, now));
        } else if (schedule.overlap() == OverlapPolicy.QUEUE_ONE && !schedule.isPending()) {
            schedule.setPending(dueAt);
        } else {
            recordSkipped(schedule, RunKind.SKIPPED, dueAt, now, "previous run has not finished");
        }
    }

    private InsertTasks.SubmittedTask submit(Schedule schedule, RunKind kind, Instant dueAt, Instant now) {
        TaskPlan plan = check.checkAll(List.of(ParseTaskRequests.parseOne(schedule.taskRequest())))
                .get(0);
        InsertTasks.SubmittedTask submitted =
                insertTasks.insert(schedule.owner(), List.of(plan), now).get(0);
        UUID task = submitted.task().id();
        schedule.recordRun(task, now);
        save(new ScheduleRun(schedule, kind, dueAt, now, task, null));
        return submitted;
    }

    private void recordSkipped(Schedule schedule, RunKind kind, Instant dueAt, Instant now, String note) {
        save(new ScheduleRun(schedule, kind, dueAt, now, null, note));
    }

    private void save(ScheduleRun run) {
        em.persist(run);
        em.createQuery("delete from ScheduleRun r where r.scheduleId = :schedule and r.number <= :number")
                .setParameter("schedule", run.scheduleId())
                .setParameter("number", run.number() - settings.history())
                .executeUpdate();
    }

    private boolean isUnfinished(UUID taskId) {
        Task task = taskId == null ? null : em.find(Task.class, taskId);
        return task != null && !task.state().isFinished();
    }

    @SuppressWarnings("unchecked")
    private List<Schedule> loadUnlessLocked(UUID id) {
        return em.createNativeQuery("select * from mr_schedule where id = ?1 for update skip locked", Schedule.class)
                .setParameter(1, id)
                .getResultList();
    }
}
