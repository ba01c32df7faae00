package dev.millrace.worker.report;

import dev.millrace.contract.WorkerReport;

/**
 * A report on its way to Redis.
 *
 * @param queue the queue of its results stream
 * @param entry id of the task's stream entry if the report has an outcome, else null
 */
record OutgoingReport(String queue, String entry, WorkerReport report) {
    boolean endsAttempt() {
        return entry != null;
    }
}
