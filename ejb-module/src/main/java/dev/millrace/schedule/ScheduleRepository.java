package dev.millrace.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;

import dev.millrace.platform.id.UuidV7;

/** Each user's schedules in SQL; another user's schedule does not exist here. */
@Stateless
public class ScheduleRepository {
    @PersistenceContext
    private EntityManager em;

    public ScheduleRepository() {}

    ScheduleRepository(EntityManager em) {
        this.em = em;
    }

    /** A schedule with the outcomes of its last due times, newest first. */
    public record ScheduleDetail(Schedule schedule, List<ScheduleRun> runs) {}

    /** @throws TooManySchedules if the owner has {@code max} already */
    public Schedule create(UUID owner, SchedulePlan plan, int max, Instant now) {
        lockOwner(owner);
        long count = em.createQuery("select count(s) from Schedule s where s.owner = :owner", Long.class)
                .setParameter("owner", owner)
                .getSingleResult();
        if (count >= max) {
            throw new TooManySchedules(max);
        }
        Schedule schedule = new Schedule(UuidV7.generate(), owner, plan, now);
        em.persist(schedule);
        return schedule;
    }

    /**
     * @param before only schedules made before this one, or null
     * @return newest first
     */
    public List<Schedule> findPage(UUID owner, UUID before, int limit) {
        String older = before == null ? "" : " and s.id < :before";
        TypedQuery<Schedule> query = em.createQuery(
                "select s from Schedule s where s.owner = :owner" + older + " order by s.id desc", Schedule.class);
        if (before != null) {
            query.setParameter("before", before);
        }
        return query.setParameter("owner", owner).setMaxResults(limit).getResultList();
    }

    /** @throws ScheduleNotFound if {@code owner} has no such schedule */
    public ScheduleDetail findDetail(UUID owner, UUID id) {
        return new ScheduleDetail(
                load(owner, id, LockModeType.NONE),
                em.createQuery(
                                "select r from ScheduleRun r where r.scheduleId = :id order by r.number desc",
                                ScheduleRun.class)
                        .setParameter("id", id)
                        .getResultList());
    }

    /**
     * Changes a schedule under its lock.
     *
     * @throws ScheduleNotFound if {@code owner} has no such schedule
     */
    public Schedule change(UUID owner, UUID id, Consumer<Schedule> change) {
        Schedule schedule = load(owner, id, LockModeType.PESSIMISTIC_WRITE);
        change.accept(schedule);
        return schedule;
    }

    /** @throws ScheduleNotFound if {@code owner} has no such schedule */
    public void delete(UUID owner, UUID id) {
        em.remove(load(owner, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private Schedule load(UUID owner, UUID id, LockModeType lock) {
        Schedule schedule = em.find(Schedule.class, id, lock);
        if (schedule == null || !schedule.owner().equals(owner)) {
            throw new ScheduleNotFound(id);
        }
        return schedule;
    }

    private void lockOwner(UUID owner) {
        em.createNativeQuery("select id from mr_user where id = ?1 for update")
                .setParameter(1, owner)
                .getResultList();
    }
}
