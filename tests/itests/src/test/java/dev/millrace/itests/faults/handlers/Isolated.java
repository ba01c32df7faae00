package dev.millrace.itests.faults.handlers;

import java.util.ArrayList;
import java.util.List;

import dev.millrace.worker.api.RetryLater;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Misbehaves in its first attempt in a process of its own, applies its effect in the next. */
@TaskType(
        name = "fault_isolated",
        title = "Isolated",
        description = "Misbehaves in its first attempt in a process of its own.",
        example = "{\"first\":\"NONE\"}",
        isolated = true,
        timeout = "8s",
        grace = "500ms",
        maxAttempts = 2,
        backoff = "100ms",
        concurrency = 4)
public final class Isolated implements TaskHandler<Misbehaviour, Done> {
    private static final int CHUNK = 4_000_000;

    private volatile long spun;

    @Override
    public Done run(Misbehaviour parameters, TaskContext task) throws Exception {
        Effect.begins(task);
        if (task.attempt() == 1) {
            misbehave(parameters.first());
        }
        Effect.applies(task);
        return new Done(task.taskId().toString(), task.attempt());
    }

    private void misbehave(Misbehaviour.Kind kind) throws Exception {
        switch (kind) {
            case LINGER -> Thread.sleep(60_000);
            case SPIN -> spin();
            case HOARD -> hoard();
            case EXIT -> System.exit(0);
            case MUTE -> throw new Mute();
            case RETRY -> throw new RetryLater(null, "at some time");
            case SHARE -> share();
            default -> {}
        }
    }

    private void spin() {
        while (spun >= 0) {
            spun++;
        }
    }

    private static void share() throws Exception {
        new ProcessBuilder("sh", "-c", "cat; echo no report")
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void hoard() {
        List<byte[]> all = new ArrayList<>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new byte[CHUNK]);
        }
    }
}
