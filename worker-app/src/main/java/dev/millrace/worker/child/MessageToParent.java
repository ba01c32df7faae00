package dev.millrace.worker.child;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.millrace.worker.attempt.Outcome;

/** Messages from a child to its parent. A {@code number} is that of the attempt. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MessageToParent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = MessageToParent.Log.class, name = "log"),
    @JsonSubTypes.Type(value = MessageToParent.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = MessageToParent.Exiting.class, name = "exiting")
})
sealed interface MessageToParent {
    /** The handler reports its progress. */
    record Progress(int number, double fraction, String message) implements MessageToParent {}

    /** The handler writes a log message. */
    record Log(int number, String line) implements MessageToParent {}

    /**
     * The handler has returned.
     *
     * @param heapExhausted whether more than half of the heap stays in use, so that the next task should find a fresh child
     */
    record Ended(int number, Outcome outcome, boolean heapExhausted) implements MessageToParent {}

    /**
     * A thread in the child has called {@code System.exit}.
     *
     * @param trace of the call, or null
     */
    record Exiting(String trace) implements MessageToParent {}
}
