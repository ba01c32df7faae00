package dev.millrace.monitoring.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;

/** The statistics in SQL. Each call is a transaction. */
@Stateless
public class StatisticsRows {
    private static final String SUMS = "submitted, succeeded, failed, cancelled, retried, waits, runs, backlog,"
            + " backlog_samples, busy, busy_samples, slots, slots_samples";
    private static final String KEY = "step_seconds = ?14 and step_at = ?15 and queue = ?16 and node = ?17";

    @PersistenceContext
    private EntityManager em;

    public StatisticsRows() {}

    StatisticsRows(EntityManager em) {
        this.em = em;
    }

    /** Window, step and queue of a row. */
    public record Key(StatisticsWindow window, Instant step, String queue) {}

    /** One node's tally of a queue in a step. */
    public record Row(Instant step, String queue, Tally tally) {}

    /** Writes a node's sums; they replace its earlier sums of the same keys. */
    public void write(String node, Map<Key, Tally> sums) {
        sums.forEach((key, tally) -> {
            Query update = em.createNativeQuery("update mr_statistics set submitted = ?1, succeeded = ?2, failed = ?3,"
                    + " cancelled = ?4, retried = ?5, waits = ?6, runs = ?7, backlog = ?8, backlog_samples = ?9,"
                    + " busy = ?10, busy_samples = ?11, slots = ?12, slots_samples = ?13 where " + KEY);
            if (bind(update, node, key, tally).executeUpdate() == 0) {
                Query insert = em.createNativeQuery("insert into mr_statistics (" + SUMS
                        + ", step_seconds, step_at, queue, node)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)");
                bind(insert, node, key, tally).executeUpdate();
            }
        });
    }

    private static Query bind(Query query, String node, Key key, Tally tally) {
        return query.setParameter(1, tally.submitted)
                .setParameter(2, tally.succeeded)
                .setParameter(3, tally.failed)
                .setParameter(4, tally.cancelled)
                .setParameter(5, tally.retried)
                .setParameter(6, tally.waits.toString())
                .setParameter(7, tally.runs.toString())
                .setParameter(8, tally.backlog.sum)
                .setParameter(9, tally.backlog.samples)
                .setParameter(10, tally.busy.sum)
                .setParameter(11, tally.busy.samples)
                .setParameter(12, tally.slots.sum)
                .setParameter(13, tally.slots.samples)
                .setParameter(14, seconds(key.window()))
                .setParameter(15, key.step().toEpochMilli())
                .setParameter(16, key.queue())
                .setParameter(17, node);
    }

    /** @return all nodes' rows of a window from a step on, in no order */
    @SuppressWarnings("unchecked")
    public List<Row> find(StatisticsWindow window, Instant from) {
        List<Object[]> rows = em.createNativeQuery("select step_at, queue, " + SUMS
                        + " from mr_statistics where step_seconds = ?1 and step_at >= ?2")
                .setParameter(1, seconds(window))
                .setParameter(2, from.toEpochMilli())
                .getResultList();
        return rows.stream().map(StatisticsRows::row).toList();
    }

    private static Row row(Object[] columns) {
        Tally tally = new Tally(
                Histogram.parse((String) columns[7]),
                Histogram.parse((String) columns[8]),
                new GaugeSamples(number(columns[9]), number(columns[10])),
                new GaugeSamples(number(columns[11]), number(columns[12])),
                new GaugeSamples(number(columns[13]), number(columns[14])));
        tally.submitted = number(columns[2]);
        tally.succeeded = number(columns[3]);
        tally.failed = number(columns[4]);
        tally.cancelled = number(columns[5]);
        tally.retried = number(columns[6]);
        return new Row(Instant.ofEpochMilli(number(columns[0])), (String) columns[1], tally);
    }

    /** Deletes a window's rows before a step. */
    public void purge(StatisticsWindow window, Instant before) {
        em.createNativeQuery("delete from mr_statistics where step_seconds = ?1 and step_at < ?2")
                .setParameter(1, seconds(window))
                .setParameter(2, before.toEpochMilli())
                .executeUpdate();
    }

    private static int seconds(StatisticsWindow window) {
        return Math.toIntExact(window.step().toSeconds());
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
