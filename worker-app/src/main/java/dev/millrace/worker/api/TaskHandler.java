package dev.millrace.worker.api;

/**
 * Runs tasks of one type. One instance runs many tasks at once, so it has no state.
 *
 * @param <P> record of the parameters
 * @param <R> record of the result
 */
@FunctionalInterface
public interface TaskHandler<P extends Record, R extends Record> {
    /**
     * Runs one attempt. May run more than once for the same task (see {@link TaskContext#taskId}).
     *
     * @param parameters checked against the record's annotations
     * @return the result, not null
     * @throws DoNotRetry if another attempt cannot help
     * @throws RetryLater if another attempt should wait for a certain time
     * @throws Exception for any other failure; another attempt follows as the type's backoff says
     */
    R run(P parameters, TaskContext context) throws Exception;
}
