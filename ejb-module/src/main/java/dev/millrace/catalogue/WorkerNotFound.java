package dev.millrace.catalogue;

import dev.millrace.platform.problem.Problem;

/** No worker of this id is alive. */
public class WorkerNotFound extends Problem {
    WorkerNotFound() {
        super(Kind.NOT_FOUND, "worker-not-found", "Worker not found", "There is no live worker of this id.");
    }
}
