package dev.millrace.schedule;

import java.util.UUID;

import dev.millrace.platform.problem.Problem;

/** There is no such schedule, or it is another user's: the answer does not tell which. */
public class ScheduleNotFound extends Problem {
    public ScheduleNotFound(UUID id) {
        super(Kind.NOT_FOUND, "schedule-not-found", "Schedule not found", "You have no schedule " + id + ".");
    }
}
