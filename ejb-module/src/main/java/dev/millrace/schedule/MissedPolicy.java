package dev.millrace.schedule;

import java.time.Instant;
import java.util.List;

/** The policy for due times at which no server was running. */
public enum MissedPolicy {
    /** Start no run for them. */
    SKIP {
        @Override
        List<Instant> toCatchUp(DueTimes due) {
            return List.of();
        }
    },
    /** One run replaces all of them; the run that is due now counts as well. */
    RUN_ONCE {
        @Override
        List<Instant> toCatchUp(DueTimes due) {
            int count = due.missed().size();
            return due.onTime() != null || count == 0 ? List.of() : due.missed().subList(count - 1, count);
        }
    },
    /** Each gets its run; only the latest ones if they are too many. */
    RUN_ALL {
        @Override
        List<Instant> toCatchUp(DueTimes due) {
            return due.missed();
        }
    };

    abstract List<Instant> toCatchUp(DueTimes due);
}
