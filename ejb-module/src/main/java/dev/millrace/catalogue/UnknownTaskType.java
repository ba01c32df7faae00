package dev.millrace.catalogue;

import java.util.List;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.Problem;

/** No worker has ever announced a task type with this name. */
public class UnknownTaskType extends Problem {
    /** The name is part of the address. */
    public UnknownTaskType() {
        this(List.of());
    }

    /** @param pointer JSON Pointer to the name in the request's body */
    public UnknownTaskType(String pointer) {
        this(List.of(new Fault(pointer, "unknown task type")));
    }

    private UnknownTaskType(List<Fault> faults) {
        super(
                Kind.NOT_FOUND,
                "task-type-not-found",
                "Unknown task type",
                "No worker has announced a task type with this name.",
                faults);
    }
}
