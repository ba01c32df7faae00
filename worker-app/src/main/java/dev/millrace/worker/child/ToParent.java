package dev.millrace.worker.child;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.millrace.worker.attempt.Outcome;

/** What a child tells its parent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ToParent.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = ToParent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = ToParent.Log.class, name = "log"),
    @JsonSubTypes.Type(value = ToParent.Ended.class, name = "ended")
})
sealed interface ToParent {
    /** It has started and takes tasks. */
    record Ready() implements ToParent {}

    /** The handler says how far it is. */
    record Progress(double fraction, String message) implements ToParent {}

    /** The handler logs. */
    record Log(String line) implements ToParent {}

    /**
     * The handler is done.
     *
     * @param full whether more than half of the heap stays in use, so that the next task should find a fresh child
     */
    record Ended(Outcome outcome, boolean full) implements ToParent {}
}
