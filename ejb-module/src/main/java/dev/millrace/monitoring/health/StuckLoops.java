package dev.millrace.monitoring.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import dev.millrace.platform.loop.OpenRounds;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;

/**
 * Finds loops whose round is stuck. During an outage rounds hang that a restart would not help, so none counts then, nor
 * within the same time after it.
 */
final class StuckLoops implements Step {
    private final BooleanSupplier dependenciesUp;
    private final Function<Duration, List<OpenRounds.Stuck>> openLongerThan;
    private final Duration limit;
    private final Clock clock;
    private volatile Instant upSince = Instant.MAX;

    StuckLoops(
            BooleanSupplier dependenciesUp,
            Function<Duration, List<OpenRounds.Stuck>> openLongerThan,
            Duration limit,
            Clock clock) {
        this.dependenciesUp = dependenciesUp;
        this.openLongerThan = openLongerThan;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public StepResult once() {
        if (!dependenciesUp.getAsBoolean()) {
            upSince = Instant.MAX;
        } else if (upSince.equals(Instant.MAX)) {
            upSince = clock.instant();
        }
        return StepResult.NONE;
    }

    /** @return their names, longest stuck first */
    List<String> now() {
        return upSince.isAfter(clock.instant().minus(limit))
                ? List.of()
                : openLongerThan.apply(limit).stream()
                        .map(OpenRounds.Stuck::loop)
                        .toList();
    }
}
