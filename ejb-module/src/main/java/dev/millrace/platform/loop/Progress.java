package dev.millrace.platform.loop;

import java.time.Duration;

/**
 * What a {@link Step} says of its round.
 *
 * @param more whether the next round is to come at once; else it comes when woken, or when the pause is over
 * @param rest how long the next round waits in any case, woken or not, so that more gathers
 * @param pause how long the pause is; null = as usual
 */
public record Progress(boolean more, Duration rest, Duration pause) {
    /** Something was done, go on at once. */
    public static final Progress MORE = new Progress(true, Duration.ZERO, null);

    /** Nothing to do until woken or the pause is over. */
    public static final Progress NONE = new Progress(false, Duration.ZERO, null);

    public static Progress of(boolean more) {
        return more ? MORE : NONE;
    }

    /** Nothing to do until woken or this pause is over. */
    public static Progress pollAgainIn(Duration pause) {
        return new Progress(false, Duration.ZERO, pause);
    }

    /** The same, after a rest. */
    public Progress afterRest(Duration time) {
        return new Progress(more, time, pause);
    }

    /** @return how long to wait when nobody wakes */
    Duration delay(Duration usualPause) {
        Duration wanted = pause == null ? usualPause : pause;
        return more || wanted.compareTo(rest) < 0 ? rest : wanted;
    }
}
