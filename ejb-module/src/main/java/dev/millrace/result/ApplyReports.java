package dev.millrace.result;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

import dev.millrace.measure.Happenings;
import dev.millrace.push.TaskEvent;
import dev.millrace.task.Endings;
import dev.millrace.task.LockedTasks;
import dev.millrace.task.Task;

/** Writes a batch of reports in one transaction. The same reports again change nothing. */
@Stateless
public class ApplyReports {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Endings endings;

    @Inject
    private Happenings happenings;

    public ApplyReports() {}

    ApplyReports(EntityManager em, Clock clock, Endings endings, Happenings happenings) {
        this.em = em;
        this.clock = clock;
        this.endings = endings;
        this.happenings = happenings;
    }

    /** @return what the owners are to be told, in order */
    public List<TaskEvent> apply(List<Received> batch) {
        Map<UUID, Task> tasks = LockedTasks.byId(
                em,
                batch.stream()
                        .map(received -> received.report().claim().taskId())
                        .toList());
        ReportedChanges changes = new ReportedChanges(em, endings, happenings, clock.instant());
        for (Received received : batch) {
            Task task = tasks.get(received.report().claim().taskId());
            if (task != null && task.isHeldUnder(received.report().claim())) {
                changes.apply(task, received);
            }
        }
        return changes.events();
    }

    /** Fails if the database cannot be reached. */
    public void checkDatabase() {
        em.createNativeQuery("select 1").getSingleResult();
    }
}
