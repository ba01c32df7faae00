package dev.millrace.itests.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.awaitility.Awaitility.await;

/** Faults that are played on one {@link FaultTestBed}, each on a mill that is whole. */
@ExtendWith(Seed.class)
abstract class FaultScenarios {
    /** How long what is away stays away: a minute in the soak, less in a build. */
    static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("millrace.faults.outage", 12));

    final FaultTestBed mill;

    FaultScenarios(FaultTestBed mill) {
        this.mill = mill;
    }

    @BeforeEach
    void mend() {
        mill.mend();
    }

    /** Parameters that keep a handler busy for so long. */
    static String millis(int millis) {
        return "{\"millis\":" + millis + "}";
    }

    static <T> T oneOf(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }

    /** The same, but done in one of five cases only. */
    static Runnable nowAndThen(Random chance, Runnable fault) {
        return () -> {
            if (chance.nextInt(5) == 0) {
                fault.run();
            }
        };
    }

    /** Does something again and again for as long. */
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
