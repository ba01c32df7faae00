package dev.millrace.operations;

import dev.millrace.platform.problem.Problem;

/** There is no such message among the rejected ones. */
public class RejectedMessageNotFound extends Problem {
    RejectedMessageNotFound() {
        super(Kind.NOT_FOUND, "rejected-not-found", "Message not found", "The stream has no message with this id.");
    }
}
