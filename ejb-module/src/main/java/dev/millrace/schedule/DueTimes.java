package dev.millrace.schedule;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The due times of a schedule up to now.
 *
 * @param onTime the latest, if it is not too long ago; else null
 * @param missed the others, oldest first; only the latest ones if they are many
 * @param missedCount the number of all missed ones
 * @param next the first future one, null if there is none
 */
record DueTimes(Instant onTime, List<Instant> missed, int missedCount, Instant next) {
    /** @param first the first of them, not after {@code now} */
    static DueTimes upTo(Instant now, Instant first, CronSchedule timing, ScheduleSettings settings) {
        Deque<Instant> passed = new ArrayDeque<>();
        int count = 0;
        Instant time = first;
        while (time != null && !time.isAfter(now)) {
            passed.addLast(time);
            count++;
            if (passed.size() > settings.maxMissedRuns() + 1) {
                passed.removeFirst();
            }
            time = timing.nextDueAfter(time);
        }
        boolean isOnTime = !passed.getLast().plus(settings.missedAfter()).isBefore(now);
        Instant onTime = isOnTime ? passed.removeLast() : null;
        if (passed.size() > settings.maxMissedRuns()) {
            passed.removeFirst();
        }
        return new DueTimes(onTime, List.copyOf(passed), isOnTime ? count - 1 : count, time);
    }
}
