package dev.millrace.monitoring.statistics;

import java.util.OptionalLong;

/** Samples of a gauge, and their mean. Not thread-safe. */
final class GaugeSamples {
    long sum;
    long samples;

    GaugeSamples() {
        this(0, 0);
    }

    GaugeSamples(long sum, long samples) {
        this.sum = sum;
        this.samples = samples;
    }

    void sample(long value) {
        sum += value;
        samples++;
    }

    void add(GaugeSamples other) {
        sum += other.sum;
        samples += other.samples;
    }

    /** @return empty without samples */
    OptionalLong mean() {
        return samples == 0 ? OptionalLong.empty() : OptionalLong.of(Math.round((double) sum / samples));
    }
}
