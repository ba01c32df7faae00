package dev.millrace.worker.report;

import dev.millrace.contract.WorkerReport;

/**
 * A report on its way to Redis.
 *
 * @param queue whose results stream it goes to
 * @param entry id of the task's stream entry if the report ends it, else null
 */
record OutgoingReport(String queue, String entry, WorkerReport report) {
    boolean endsAttempt() {
        return entry != null;
    }
}
