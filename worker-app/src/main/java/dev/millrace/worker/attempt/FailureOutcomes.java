package dev.millrace.worker.attempt;

import java.time.Duration;

import dev.millrace.contract.ReportLimits;
import dev.millrace.worker.api.DoNotRetry;
import dev.millrace.worker.api.RetryLater;

/** Makes an outcome of whatever a handler has thrown; trusts nothing that its exceptions say of themselves. */
public final class FailureOutcomes {
    private FailureOutcomes() {}

    /** @param stopped whether the handler had been asked to stop */
    static Outcome of(Throwable thrown, boolean stopped) {
        if (thrown instanceof DoNotRetry refusal) {
            return new Outcome.Failed(SafeThrowables.error(refusal), false, null);
        } else if (thrown instanceof RetryLater later) {
            return new Outcome.Failed(SafeThrowables.error(later), true, waiting(later));
        }
        return stopped && SafeThrowables.isInterruption(thrown)
                ? new Outcome.Stopped(SafeThrowables.of(thrown))
                : of(thrown);
    }

    /** @return that the attempt failed, and another one may help */
    public static Outcome of(Throwable thrown) {
        return new Outcome.Failed(SafeThrowables.error(thrown), true, null);
    }

    /** @return null, as the type's backoff says, if the handler names no wait */
    private static Long waiting(RetryLater later) {
        Duration wait;
        try {
            wait = later.waiting();
        } catch (Throwable failure) {
            return null;
        }
        if (wait == null || wait.isNegative()) {
            return wait == null ? null : 0L;
        }
        return wait.compareTo(ReportLimits.RETRY_IN) > 0 ? ReportLimits.RETRY_IN.toMillis() : (Long) wait.toMillis();
    }
}
