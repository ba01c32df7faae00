package dev.millrace.bench.handlers;

import dev.millrace.worker.api.Parameter;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Keeps one core busy with a fixed number of rounds, which take equally long in every process. */
@TaskType(
        name = "burn",
        title = "Burn",
        description = "Computes for a fixed number of rounds.",
        example = "{\"n\": 1, \"rounds\": 1000000}",
        timeout = "10m")
public final class Burn implements TaskHandler<Burn.Work, Burn.Done> {
    public record Work(@Parameter(min = 0) long n, @Parameter(min = 1) long rounds) {}

    public record Done(long n, long value) {}

    @Override
    public Done run(Work work, TaskContext context) {
        return new Done(work.n(), BusyWork.value(work.rounds()));
    }
}
