package dev.millrace.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.millrace.loop.Progress;
import dev.millrace.loop.Step;
import dev.millrace.task.TaskState;

/** One round over everything that is kept for a while only. */
final class ForgetWhatIsOver implements Step {
    private final Forget forget;
    private final RetentionSettings settings;
    private final Clock clock;

    ForgetWhatIsOver(Forget forget, RetentionSettings settings, Clock clock) {
        this.forget = forget;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Progress once() {
        Instant now = clock.instant();
        boolean more = false;
        for (Map.Entry<TaskState, Duration> kept : settings.tasks().entrySet()) {
            more |= forget.tasks(kept.getKey(), now.minus(kept.getValue()));
        }
        more |= forget.idempotencyKeys(now);
        more |= forget.uniqueKeys(now);
        more |= forget.refreshTokens(now);
        return Progress.of(more);
    }
}
