package dev.millrace.schedule;

import dev.millrace.platform.problem.Problem;

/** The user has as many schedules as one may have. */
public class TooManySchedules extends Problem {
    public TooManySchedules(int max) {
        super(
                Kind.CONFLICT,
                "too-many-schedules",
                "Too many schedules",
                "You have " + max + " schedules, the maximum. Delete one first.");
    }
}
