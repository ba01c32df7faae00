package dev.millrace.platform.loop;

import java.time.Duration;

/**
 * The result of a {@link Step}'s round.
 *
 * @param more whether the next round starts at once; else it starts at a wake-up, or after the pause
 * @param rest how long the next round waits in any case, even with a wake-up, so that a batch fills
 * @param pause null = the loop's usual one
 */
public record StepResult(boolean more, Duration rest, Duration pause) {
    /** The round had an effect; the next one starts at once. */
    public static final StepResult MORE = new StepResult(true, Duration.ZERO, null);

    /** No work until a wake-up or the end of the pause. */
    public static final StepResult NONE = new StepResult(false, Duration.ZERO, null);

    public static StepResult of(boolean more) {
        return more ? MORE : NONE;
    }

    /** No work until a wake-up or the end of this pause. */
    public static StepResult pollAgainIn(Duration pause) {
        return new StepResult(false, Duration.ZERO, pause);
    }

    /** The same, after a rest. */
    public StepResult afterRest(Duration time) {
        return new StepResult(more, time, pause);
    }

    /** @return how long to wait without a wake-up */
    Duration delay(Duration usualPause) {
        Duration requested = pause == null ? usualPause : pause;
        return more || requested.compareTo(rest) < 0 ? rest : requested;
    }
}
