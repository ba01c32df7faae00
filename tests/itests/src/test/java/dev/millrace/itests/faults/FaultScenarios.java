package dev.millrace.itests.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.awaitility.Awaitility.await;

/** Scenarios on one {@link FaultTestBed}. Each starts with everything running and all networks whole. */
@ExtendWith(Seed.class)
abstract class FaultScenarios {
    /** How long an outage lasts: a minute in the soak, less in a build. */
    static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("millrace.faults.outage", 12));

    final FaultTestBed testBed;

    FaultScenarios(FaultTestBed testBed) {
        this.testBed = testBed;
    }

    @BeforeEach
    void repair() {
        testBed.repair();
    }

    /** Parameters that keep a handler busy for so long. */
    static String millis(int millis) {
        return "{\"millis\":" + millis + "}";
    }

    static <T> T oneOf(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** The same action, but in one of five calls only. */
    static Runnable nowAndThen(Random random, Runnable fault) {
        return () -> {
            if (random.nextInt(5) == 0) {
                fault.run();
            }
        };
    }

    /** Repeats an action for so long. */
    static void during(Duration time, Runnable meanwhile) {
        long end = System.nanoTime() + time.toNanos();
        await().atMost(time.multipliedBy(5))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    meanwhile.run();
                    return System.nanoTime() >= end;
                });
    }
}
