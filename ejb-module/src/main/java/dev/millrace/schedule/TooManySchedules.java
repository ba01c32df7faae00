package dev.millrace.schedule;

import dev.millrace.platform.problem.Problem;

/** The user has the maximum of schedules. */
public class TooManySchedules extends Problem {
    public TooManySchedules(int max) {
        super(
                Kind.CONFLICT,
                "too-many-schedules",
                "Too many schedules",
                "The limit of " + max + " schedules per user is reached. Delete one first.");
    }
}
