package dev.millrace.worker.attempt;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.millrace.contract.AttemptError;

/** The outcome of running a handler. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Succeeded.class, name = "succeeded"),
    @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = Outcome.Stopped.class, name = "stopped"),
    @JsonSubTypes.Type(value = Outcome.Unsuited.class, name = "unsuited")
})
public sealed interface Outcome {
    /** @param result as JSON text */
    record Succeeded(String result) implements Outcome {}

    /**
     * The handler failed, or could not start with these parameters.
     *
     * @param retry whether another attempt can help
     * @param retryInMillis the wait before it that the handler requests, or null
     */
    record Failed(AttemptError error, boolean retry, Long retryInMillis) implements Outcome {}

    /**
     * The handler stopped on request, or by force.
     *
     * @param trace its stack trace at that moment, or null
     */
    record Stopped(String trace) implements Outcome {}

    /**
     * This worker cannot run it; another one may.
     *
     * @param reason for people
     */
    record Unsuited(String reason) implements Outcome {}

    /** The attempt failed, another one may help. */
    static Outcome retryableFailure(String type, String message) {
        return new Failed(new AttemptError(type, message, null), true, null);
    }
}
