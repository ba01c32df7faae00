package dev.millrace.worker.attempt;

import java.time.Duration;

import dev.millrace.contract.ReportLimits;
import dev.millrace.worker.api.DoNotRetry;
import dev.millrace.worker.api.RetryLater;

/** Turns a handler's exception into an outcome; trusts none of the exception's own methods. */
public final class FailureOutcomes {
    private FailureOutcomes() {}

    /** @param stopRequested whether a request to stop came before the exception */
    static Outcome ofAttempt(Throwable thrown, boolean stopRequested) {
        if (thrown instanceof DoNotRetry doNotRetry) {
            return new Outcome.Failed(SafeThrowables.error(doNotRetry), false, null);
        } else if (thrown instanceof RetryLater later) {
            return new Outcome.Failed(SafeThrowables.error(later), true, retryDelay(later));
        }
        return stopRequested && SafeThrowables.isInterruption(thrown)
                ? new Outcome.Stopped(SafeThrowables.stackTrace(thrown))
                : retryable(thrown);
    }

    /** @return that the attempt failed, and another one may help */
    public static Outcome retryable(Throwable thrown) {
        return new Outcome.Failed(SafeThrowables.error(thrown), true, null);
    }

    /** @return null, as the type's backoff says, if the handler names no wait */
    private static Long retryDelay(RetryLater later) {
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
