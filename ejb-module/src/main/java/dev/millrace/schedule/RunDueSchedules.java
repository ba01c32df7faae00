package dev.millrace.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import dev.millrace.platform.loop.IsolateFailures;
import dev.millrace.platform.loop.Step;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.problem.Problem;
import dev.millrace.task.InsertTasks;

/** Starts the due runs. A failure of one schedule does not stop the others. */
final class RunDueSchedules implements Step {
    private final RunSchedule runSchedule;
    private final Consumer<List<InsertTasks.SubmittedTask>> submitted;
    private final Clock clock;

    /** @param submitted gets the tasks, after their commit */
    RunDueSchedules(RunSchedule runSchedule, Consumer<List<InsertTasks.SubmittedTask>> submitted, Clock clock) {
        this.runSchedule = runSchedule;
        this.submitted = submitted;
        this.clock = clock;
    }

    @Override
    public StepResult once() {
        Instant now = clock.instant();
        return IsolateFailures.forEach(runSchedule.findDue(now), id -> run(id, now));
    }

    private boolean run(UUID id, Instant now) {
        try {
            List<InsertTasks.SubmittedTask> tasks = runSchedule.run(id, now);
            if (!tasks.isEmpty()) {
                submitted.accept(tasks);
            }
            return !tasks.isEmpty();
        } catch (Problem problem) {
            runSchedule.recordRejection(id, problem, now);
            return true;
        }
    }
}
