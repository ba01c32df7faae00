package dev.millrace.worker.child;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.millrace.worker.attempt.Assignment;

/** Messages from a parent to its child. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MessageToChild.Start.class, name = "run"),
    @JsonSubTypes.Type(value = MessageToChild.Stop.class, name = "stop")
})
sealed interface MessageToChild {
    /**
     * Runs an attempt; the parent sends it to an idle child only.
     *
     * @param number counts the child's tasks, from 1
     */
    record Start(int number, String handlerClass, Assignment assignment) implements MessageToChild {}

    /** Requests the stop of this attempt; may come before the attempt, and after it. */
    record Stop(int number) implements MessageToChild {}
}
