package dev.millrace.result;

import java.time.Instant;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.ReportOrigin;
import dev.millrace.contract.WorkerReport;

/**
 * A report off the stream.
 *
 * @param entryId its id in the stream
 * @param worker its sender; null if unknown
 * @param repeated whether it may have been applied before
 * @param rejection why it does not count; then {@code report} is the failure of its attempt instead; null = it counts
 */
record ReceivedReport(String entryId, WorkerReport report, String worker, boolean repeated, ReportRejection rejection) {
    private static final String UNREADABLE = "UnreadableReport";

    /** A valid report. */
    ReceivedReport(String entryId, WorkerReport report, boolean repeated) {
        this(entryId, report, report.worker(), repeated, null);
    }

    /** A rejected report: its attempt has failed, and may be retried. */
    static ReceivedReport rejected(
            String entryId, ReportOrigin origin, Instant now, boolean repeated, ReportRejection rejection) {
        String sender = origin.worker() == null ? "A worker" : "The worker " + origin.worker();
        AttemptError error =
                new AttemptError(UNREADABLE, sender + " sent an invalid report: " + rejection.detail(), null);
        WorkerReport failed = new WorkerReport.Failed(origin.claim(), origin.worker(), now, now, error, true, null);
        return new ReceivedReport(entryId, failed, origin.worker(), repeated, rejection);
    }
}
