package dev.millrace.result;

import dev.millrace.contract.WorkerReport;

/**
 * A report off the stream.
 *
 * @param entryId its place there
 * @param repeated whether it may have been applied before
 */
record Received(String entryId, WorkerReport report, boolean repeated) {}
