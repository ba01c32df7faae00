package dev.millrace.push;

import dev.millrace.platform.problem.Problem;

/** Live events are unavailable at the moment; the tasks themselves continue. */
public class PushUnavailable extends Problem {
    PushUnavailable(Throwable cause) {
        super(
                Kind.UNAVAILABLE,
                "push-unavailable",
                "Live events are unavailable",
                "Live events are temporarily unavailable. Try again in a moment.");
        initCause(cause);
    }
}
