package dev.millrace.monitoring.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** A period up to now, divided into steps. Each window has rows of its own, so that reading one is short. */
public enum StatisticsWindow {
    QUARTER_HOUR("15m", Duration.ofMinutes(15), Duration.ofSeconds(10)),
    HOUR("1h", Duration.ofHours(1), Duration.ofMinutes(1)),
    DAY("24h", Duration.ofHours(24), Duration.ofMinutes(5)),
    WEEK("7d", Duration.ofDays(7), Duration.ofHours(1));

    private final String label;
    private final Duration length;
    private final Duration step;

    StatisticsWindow(String label, Duration length, Duration step) {
        this.label = label;
        this.length = length;
        this.step = step;
    }

    /**
     * @param label as clients write it
     * @throws InvalidRequest for an unknown label
     */
    static StatisticsWindow parse(String label) {
        return Arrays.stream(values())
                .filter(window -> window.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(List.of(new Fault("?window", "must be one of " + labels()))));
    }

    private static String labels() {
        return Arrays.stream(values()).map(StatisticsWindow::label).collect(Collectors.joining(", "));
    }

    String label() {
        return label;
    }

    Duration step() {
        return step;
    }

    /** @return the start of the step that contains {@code time} */
    Instant stepOf(Instant time) {
        long millis = step.toMillis();
        return Instant.ofEpochMilli(time.toEpochMilli() / millis * millis);
    }

    /** @return the oldest step of the window that ends with the step of {@code now} */
    Instant firstStepUntil(Instant now) {
        return stepOf(now).minus(length).plus(step);
    }

    /** @return all steps of the window that ends with the step of {@code now}, oldest first */
    List<Instant> stepsUntil(Instant now) {
        return Stream.iterate(firstStepUntil(now), at -> !at.isAfter(now), at -> at.plus(step))
                .toList();
    }
}
