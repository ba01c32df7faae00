package dev.millrace.platform.loop;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open rounds of this application's loops. A loop that waits for its next round has none. */
public final class OpenRounds {
    private static final Set<OpenRound> ALL = ConcurrentHashMap.newKeySet();

    private OpenRounds() {}

    /**
     * A round that has been open for long.
     *
     * @param loop its name
     * @param openFor since its start
     */
    public record Stuck(String loop, Duration openFor) {}

    /** @return rounds open for longer than this, oldest first */
    public static List<Stuck> openLongerThan(Duration time) {
        long now = System.nanoTime();
        return ALL.stream()
                .map(round -> new Stuck(round.loop(), round.openFor(now)))
                .filter(round -> round.openFor().compareTo(time) > 0)
                .sorted(Comparator.comparing(Stuck::openFor).reversed().thenComparing(Stuck::loop))
                .toList();
    }

    /** @return the record of a loop's rounds, which {@link #remove} deletes */
    static OpenRound register(String loop) {
        OpenRound round = new OpenRound(loop);
        ALL.add(round);
        return round;
    }

    static void remove(OpenRound round) {
        ALL.remove(round);
    }
}
