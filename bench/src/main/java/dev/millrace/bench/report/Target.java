package dev.millrace.bench.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Something that is to be reached.
 *
 * @param text for people
 * @param atLeast whether the limit is the least allowed; else the most
 * @param limit what is to be reached
 * @param reached what was, empty if it was not measured
 */
record Target(String text, boolean atLeast, double limit, OptionalDouble reached) {
    boolean isMet() {
        return reached.isPresent() && (atLeast ? reached.getAsDouble() >= limit : reached.getAsDouble() <= limit);
    }

    /** A quotient of two figures' medians. */
    static Target ratio(
            String text, boolean atLeast, double limit, Optional<BenchMetric> above, Optional<BenchMetric> below) {
        OptionalDouble reached = above.isPresent() && below.isPresent()
                ? OptionalDouble.of(above.get().median() / below.get().median())
                : OptionalDouble.empty();
        return new Target(text, atLeast, limit, reached);
    }

    /** One figure's median. */
    static Target median(String text, boolean atLeast, double limit, Optional<BenchMetric> figure) {
        return new Target(
                text,
                atLeast,
                limit,
                figure.map(present -> OptionalDouble.of(present.median())).orElse(OptionalDouble.empty()));
    }
}
