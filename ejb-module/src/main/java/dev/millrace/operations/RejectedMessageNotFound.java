package dev.millrace.operations;

import dev.millrace.platform.problem.Problem;

/** There is no such message among those that were set aside. */
public class RejectedMessageNotFound extends Problem {
    RejectedMessageNotFound(String stream, String id) {
        super(
                Kind.NOT_FOUND,
                "rejected-not-found",
                "No such message",
                "There is no message " + id + " in " + stream + ".");
    }
}
