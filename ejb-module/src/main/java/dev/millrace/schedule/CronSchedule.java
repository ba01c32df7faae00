package dev.millrace.schedule;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * The due times of a schedule: a cron expression in a time zone. Where clocks are put forward, a skipped time of day is
 * due once, at the moment of the change. Where they are put back, a repeated time is due the first time. An expression
 * for every hour follows the elapsed hours instead. So does cron(8) of Debian.
 */
final class CronSchedule {
    private final Cron cron;
    private final ZoneId zone;
    private final ZoneRules rules;

    CronSchedule(Cron cron, ZoneId zone) {
        this.cron = cron;
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** @throws IllegalArgumentException or a {@link DateTimeException} if one of them cannot be read */
    static CronSchedule of(String cron, String zone) {
        return new CronSchedule(Cron.parse(cron), ZoneId.of(zone));
    }

    /** @return the first due time after {@code time}, null if there is none */
    Instant nextDueAfter(Instant time) {
        Instant next = firstPass(time);
        Instant repeated = cron.isHourly() ? secondPass(time) : null;
        return repeated != null && (next == null || repeated.isBefore(next)) ? repeated : next;
    }

    /** @return the next due times after {@code time}, at most {@code count} */
    List<Instant> nextDueAfter(Instant time, int count) {
        List<Instant> all = new ArrayList<>(count);
        for (Instant next = nextDueAfter(time); next != null && all.size() < count; next = nextDueAfter(next)) {
            all.add(next);
        }
        return all;
    }

    /** @return in English, without the time zone */
    String inWords() {
        return CronDescription.of(cron);
    }

    private Instant firstPass(Instant time) {
        LocalDateTime local = LocalDateTime.ofInstant(time, zone);
        for (LocalDateTime named = cron.next(local); named != null; named = cron.next(named)) {
            Instant instant = firstInstant(named);
            if (instant != null && instant.isAfter(time)) {
                return instant;
            }
        }
        return null;
    }

    private Instant firstInstant(LocalDateTime named) {
        ZoneOffsetTransition change = rules.getTransition(named);
        if (change != null && change.isGap()) {
            return cron.isHourly() ? null : change.getInstant();
        }
        return named.toInstant(rules.getOffset(named));
    }

    /** The next due time among those that clocks show for the second time. */
    private Instant secondPass(Instant time) {
        ZoneOffsetTransition[] changes = {rules.previousTransition(time.plusNanos(1)), rules.nextTransition(time)};
        for (ZoneOffsetTransition change : changes) {
            if (change != null && change.isOverlap()) {
                Instant justBefore = change.getInstant().minusNanos(1);
                Instant start = justBefore.isAfter(time) ? justBefore : time;
                LocalDateTime named = cron.next(LocalDateTime.ofInstant(start, change.getOffsetAfter()));
                if (named != null && named.isBefore(change.getDateTimeBefore())) {
                    return named.toInstant(change.getOffsetAfter());
                }
            }
        }
        return null;
    }
}
