package dev.millrace.catalogue;

import dev.millrace.platform.problem.Problem;

/** No worker of this id is alive. */
public class WorkerNotFound extends Problem {
    WorkerNotFound(String id) {
        super(Kind.NOT_FOUND, "worker-not-found", "No such worker", "There is no live worker '" + id + "'.");
    }
}
