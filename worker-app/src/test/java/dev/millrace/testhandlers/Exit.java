package dev.millrace.testhandlers;

import java.util.concurrent.ForkJoinPool;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Makes its worker exit, in several ways. */
@TaskType(name = "exit", title = "Exit", description = "Ends its worker.", example = "{\"text\":\"self\"}")
public final class Exit implements TaskHandler<Text, Text> {
    @Override
    public Text run(Text parameters, TaskContext context) throws InterruptedException {
        switch (parameters.text()) {
            case "thread" -> {
                Thread thread = new Thread(Exit::exit);
                thread.start();
                thread.join();
            }
            case "pool" -> {
                ForkJoinPool.commonPool().execute(Exit::exit);
                Thread.sleep(60_000); // by joining, this thread might help the pool and run the task itself
            }
            case "hook" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(Exit::neverEnd));
                exit();
            }
            default -> exit();
        }
        return parameters;
    }

    private static void exit() {
        System.exit(0);
    }

    private static void neverEnd() {
        while (true) {
            Thread.onSpinWait();
        }
    }
}
