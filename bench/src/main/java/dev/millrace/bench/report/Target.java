package dev.millrace.bench.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A target of Millrace's performance.
 *
 * @param text for readers
 * @param atLeast whether the limit is the minimum; else it is the maximum
 * @param limit the target value
 * @param reached the measured value, empty if there is none
 */
record Target(String text, boolean atLeast, double limit, OptionalDouble reached) {
    boolean isMet() {
        return reached.isPresent() && (atLeast ? reached.getAsDouble() >= limit : reached.getAsDouble() <= limit);
    }

    /** A quotient of two metrics' medians. */
    static Target ratio(
            String text, boolean atLeast, double limit, Optional<BenchMetric> above, Optional<BenchMetric> below) {
        OptionalDouble reached = above.isPresent() && below.isPresent()
                ? OptionalDouble.of(above.get().median() / below.get().median())
                : OptionalDouble.empty();
        return new Target(text, atLeast, limit, reached);
    }

    /** One metric's median. */
    static Target median(String text, boolean atLeast, double limit, Optional<BenchMetric> metric) {
        return new Target(
                text,
                atLeast,
                limit,
                metric.map(present -> OptionalDouble.of(present.median())).orElse(OptionalDouble.empty()));
    }
}
