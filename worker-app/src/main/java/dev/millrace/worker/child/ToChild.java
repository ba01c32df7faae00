package dev.millrace.worker.child;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import dev.millrace.worker.attempt.Assignment;

/** What a parent tells its child. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ToChild.Run.class, name = "run"),
    @JsonSubTypes.Type(value = ToChild.Stop.class, name = "stop")
})
sealed interface ToChild {
    /**
     * Run this; only sent to an idle child.
     *
     * @param number counts the child's tasks, from 1
     */
    record Run(int number, String handlerClass, Assignment assignment) implements ToChild {}

    /** Ask the handler of this run to stop; may come before the run, and after it. */
    record Stop(int number) implements ToChild {}
}
