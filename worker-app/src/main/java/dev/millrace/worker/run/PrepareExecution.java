package dev.millrace.worker.run;

import java.io.IOException;

import dev.millrace.worker.attempt.Execution;
import dev.millrace.worker.attempt.HandlerRun;
import dev.millrace.worker.catalogue.HandlerType;
import dev.millrace.worker.child.Children;

/** Decides where a type's handler runs. */
final class PrepareExecution {
    private final Children children;

    PrepareExecution(Children children) {
        this.children = children;
    }

    /** @throws IOException if the type wants a child process and none can be started */
    Execution of(HandlerType type, RunningTask task) throws IOException {
        return type.isIsolated()
                ? children.execution(type, task::assignment, task)
                : new HandlerRun(type, task.assignment(), task);
    }
}
