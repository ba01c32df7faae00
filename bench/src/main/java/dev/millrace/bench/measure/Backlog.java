package dev.millrace.bench.measure;

/**
 * What a dispatch costs while so many others wait: tasks of the highest priority pass by a backlog of the lowest. Leaves the
 * backlog behind, so it comes last.
 */
final class Backlog implements Measurement {
    private static final int PASSING = 5_000;

    @Override
    public void on(Bed bed) {
        bed.pause();
        int waiting = 0;
        for (int depth : bed.sizes().backlogs()) {
            int more = (depth - waiting) / 1_000;
            bed.crowd().withoutWaiting(() -> bed.crowd().inBatches(2, more, 1_000, 0));
            waiting = depth;
            pass(bed); // statistics and caches of the database follow the size
            bed.add("backlog", depth + " waiting", "µs/task", pass(bed) * 1e6 / PASSING);
        }
    }

    /** @return seconds from the opening of the queue until the last of those that pass by is done */
    private static double pass(Bed bed) {
        double seconds = bed.crowd().heldBack(PASSING / 1_000, 1_000, 9, bed::resume);
        bed.pause();
        return seconds;
    }
}
