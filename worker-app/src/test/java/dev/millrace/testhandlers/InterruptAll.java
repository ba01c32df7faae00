package dev.millrace.testhandlers;

import java.util.concurrent.TimeUnit;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Interrupts every thread of its process but its own: once, or in a loop for so many milliseconds. */
@TaskType(
        name = "interrupt_all",
        title = "Interrupt all",
        description = "Interrupts every other thread of its process.",
        example = "{\"text\":\"0\"}")
public final class InterruptAll implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(parameters.text()));
        do {
            interruptOthers();
        } while (System.nanoTime() < end);
        return parameters;
    }

    private static void interruptOthers() {
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread != Thread.currentThread())
                .forEach(Thread::interrupt);
    }
}
