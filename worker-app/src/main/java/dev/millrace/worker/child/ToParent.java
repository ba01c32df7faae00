package dev.millrace.worker.child;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.millrace.worker.attempt.Outcome;

/** What a child tells its parent. A {@code number} is that of the run which it is about. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ToParent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = ToParent.Log.class, name = "log"),
    @JsonSubTypes.Type(value = ToParent.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = ToParent.Exiting.class, name = "exiting")
})
sealed interface ToParent {
    /** The handler says how far it is. */
    record Progress(int number, double fraction, String message) implements ToParent {}

    /** The handler logs. */
    record Log(int number, String line) implements ToParent {}

    /**
     * The handler is done.
     *
     * @param full whether more than half of the heap stays in use, so that the next task should find a fresh child
     */
    record Ended(int number, Outcome outcome, boolean full) implements ToParent {}

    /**
     * Something in the child has called {@code System.exit}.
     *
     * @param trace where, or null
     */
    record Exiting(String trace) implements ToParent {}
}
