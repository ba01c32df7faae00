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
     * Run this; only sent to an idle child.
     *
     * @param number counts the child's tasks, from 1
     */
    record Start(int number, String handlerClass, Assignment assignment) implements MessageToChild {}

    /** Ask the handler of this run to stop; may come before the run, and after it. */
    record Stop(int number) implements MessageToChild {}
}
