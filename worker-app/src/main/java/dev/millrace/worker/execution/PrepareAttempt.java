package dev.millrace.worker.execution;

import java.io.IOException;

import dev.millrace.worker.attempt.InProcessAttempt;
import dev.millrace.worker.attempt.PreparedAttempt;
import dev.millrace.worker.child.ChildProcesses;
import dev.millrace.worker.registry.HandlerType;

/** Decides whether a type's handler runs in this process or in a child process. */
final class PrepareAttempt {
    private final ChildProcesses children;

    PrepareAttempt(ChildProcesses children) {
        this.children = children;
    }

    /** @throws IOException if the type wants a child process and none can be started */
    PreparedAttempt prepare(HandlerType type, RunningAttempt task) throws IOException {
        return type.isIsolated()
                ? children.prepare(type, task::assignment, task)
                : new InProcessAttempt(type, task.assignment(), task);
    }
}
