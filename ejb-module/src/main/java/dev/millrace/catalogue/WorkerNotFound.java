package dev.millrace.catalogue;

import dev.millrace.platform.problem.Problem;

/** No live worker has this id. */
public class WorkerNotFound extends Problem {
    WorkerNotFound() {
        super(Kind.NOT_FOUND, "worker-not-found", "Worker not found", "There is no live worker with this id.");
    }
}
