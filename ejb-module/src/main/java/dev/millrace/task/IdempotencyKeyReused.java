package dev.millrace.task;

import dev.millrace.platform.problem.Problem;

/** The same Idempotency-Key came with another request. */
public class IdempotencyKeyReused extends Problem {
    public IdempotencyKeyReused() {
        super(
                Kind.CONFLICT,
                "idempotency-key-reused",
                "The Idempotency-Key was used for another request",
                "The Idempotency-Key belongs to a request with another body; use a new key for a new task.");
    }
}
