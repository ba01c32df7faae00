package dev.millrace.monitoring.statistics;

import java.util.OptionalLong;

/**
 * Counts of durations in buckets whose bounds grow by a fourth of an octave (19 %). Histograms of nodes and of steps add up,
 * and a percentile read from the sum is off by 9 % at most. Not thread-safe.
 */
final class Histogram {
    private static final int PER_OCTAVE = 4;

    /** Up to 2^31 ms, which is 24 days; a longer duration counts as that. */
    private static final int BUCKETS = 31 * PER_OCTAVE + 1;

    private final long[] counts = new long[BUCKETS];
    private long total;

    void add(long millis) {
        add(bucketOf(millis), 1);
    }

    void add(Histogram other) {
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            add(bucket, other.counts[bucket]);
        }
    }

    private void add(int bucket, long count) {
        counts[bucket] += count;
        total += count;
    }

    /**
     * @param share 0 to 1
     * @return the duration in ms that this share of all does not exceed; empty for an empty histogram
     */
    OptionalLong percentile(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long counted = 0;
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            counted += counts[bucket];
            if (counted >= rank) {
                return OptionalLong.of(middleOf(bucket));
            }
        }
        return OptionalLong.empty();
    }

    private static int bucketOf(long millis) {
        return millis <= 1 ? 0 : (int) Math.min(BUCKETS - 1, Math.floor(PER_OCTAVE * Math.log(millis) / Math.log(2)));
    }

    private static long middleOf(int bucket) {
        return Math.round(Math.pow(2, (bucket + 0.5) / PER_OCTAVE));
    }

    /** {@code bucket:count} for each that is not empty, separated by spaces. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            if (counts[bucket] > 0) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(bucket)
                        .append(':')
                        .append(counts[bucket]);
            }
        }
        return text.toString();
    }

    /** @param text as {@link #toString} writes it */
    static Histogram parse(String text) {
        Histogram histogram = new Histogram();
        if (!text.isEmpty()) {
            for (String part : text.split(" ")) {
                int colon = part.indexOf(':');
                histogram.add(Integer.parseInt(part.substring(0, colon)), Long.parseLong(part.substring(colon + 1)));
            }
        }
        return histogram;
    }
}
