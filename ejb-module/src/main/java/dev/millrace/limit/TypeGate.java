package dev.millrace.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

/**
 * How many tasks of a type were let through lately. A sliding window from two counters: the present period's, and as much
 * of the previous one's as still overlaps the last period.
 */
@Entity
@Table(name = "mr_type_gate")
public class TypeGate {
    @Id
    private String type;

    @Column(name = "period_start")
    private Instant periodStart;

    private int previous;
    private int used;

    protected TypeGate() {}

    /** Locks in the order of names, so two leaders never wait for each other; makes the gates that are missing. */
    public static List<TypeGate> locked(EntityManager em, Collection<String> types) {
        List<TypeGate> gates = new ArrayList<>();
        for (String type : new TreeSet<>(types)) {
            TypeGate gate = em.find(TypeGate.class, type, LockModeType.PESSIMISTIC_WRITE);
            if (gate == null) {
                em.createNativeQuery("insert into mr_type_gate (type, period_start, previous, used) select ?1, 0, 0, 0"
                                + " where not exists (select 1 from mr_type_gate where type = ?1)")
                        .setParameter(1, type)
                        .executeUpdate();
                gate = em.find(TypeGate.class, type, LockModeType.PESSIMISTIC_WRITE);
            }
            gates.add(gate);
        }
        return gates;
    }

    public String type() {
        return type;
    }

    /** @return how many more may pass now, at least 0 */
    public int room(int rate, Duration per, Instant now) {
        slide(per, now);
        double overlap = 1 - (double) Duration.between(periodStart, now).toMillis() / per.toMillis();
        return Math.max(0, rate - used - (int) Math.ceil(previous * overlap));
    }

    /** One goes through. */
    public void pass() {
        used++;
    }

    private void slide(Duration per, Instant now) {
        long periods = Math.floorDiv(Duration.between(periodStart, now).toMillis(), per.toMillis());
        if (periods < 0) {
            return;
        }
        if (periods == 1) {
            previous = used;
            used = 0;
        } else if (periods > 1) {
            previous = 0;
            used = 0;
        }
        periodStart = periodStart.plus(per.multipliedBy(periods));
    }
}
