package dev.millrace.contract;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReportLimitsTest {
    private static final String LONG = "x".repeat(100_000);
    private static final Claim CLAIM = new Claim(new UUID(0, 1), 1);

    @Test
    void no_report_exceeds_the_limits() {
        var progress = new WorkerReport.Progress(CLAIM, "w", Instant.EPOCH, 0.5, LONG);
        var log = new WorkerReport.Log(CLAIM, "w", Instant.EPOCH, LONG);
        var released = new WorkerReport.Released(CLAIM, "w", Instant.EPOCH, LONG);
        var error = new AttemptError(LONG, LONG, LONG);

        assertThat(progress.message()).hasSize(ReportLimits.PROGRESS_MESSAGE);
        assertThat(log.line()).hasSize(ReportLimits.LOG_LINE);
        assertThat(released.reason()).hasSize(ReportLimits.RELEASE_REASON);
        assertThat(error.type()).hasSize(ReportLimits.ERROR_TYPE);
        assertThat(error.message()).hasSize(ReportLimits.ERROR_MESSAGE);
        assertThat(error.trace()).hasSize(ReportLimits.ERROR_TRACE);
    }

    @Test
    void a_cut_splits_no_character() {
        assertThat(ReportLimits.truncate("ab\uD83C\uDF3E", 3)).isEqualTo("ab");
        assertThat(ReportLimits.truncate("ab\uD83C\uDF3E", 4)).isEqualTo("ab\uD83C\uDF3E");
        assertThat(ReportLimits.truncate(null, 3)).isNull();
    }
}
