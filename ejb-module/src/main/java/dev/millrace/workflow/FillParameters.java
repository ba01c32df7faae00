package dev.millrace.workflow;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;

import dev.millrace.catalogue.Catalogue;
import dev.millrace.contract.AttemptError;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.problem.Fault;
import dev.millrace.task.Task;
import dev.millrace.task.TaskParameters;
import dev.millrace.task.TaskResults;
import dev.millrace.task.TaskState;

/**
 * Fills in the results to which a task's parameters refer, and checks the filled-in parameters against the task's type.
 */
@ApplicationScoped
public class FillParameters {
    private static final String INVALID = "InvalidParameters";

    private BiFunction<String, JsonValue, List<Fault>> check;

    /** For the container. */
    protected FillParameters() {}

    @Inject
    public FillParameters(Catalogue catalogue) {
        this((type, parameters) -> catalogue.get(type).faultsIn(parameters, ""));
    }

    /** @param check gives the faults of the parameters of a task of a type */
    FillParameters(BiFunction<String, JsonValue, List<Fault>> check) {
        this.check = check;
    }

    /**
     * Has no effect on a task without references; the caller holds the task's row.
     *
     * @param members gives the workflow's tasks by their names there
     * @return the faults of the filled-in parameters, null if there are none
     */
    public AttemptError in(EntityManager em, Task task, Function<String, MemberSnapshot> members) {
        String template = TaskParameters.template(em, task);
        if (template == null) {
            return null;
        }
        Map<String, JsonValue> results = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        JsonValue parameters = ResultReferences.resolve(
                parse(template), name -> results.computeIfAbsent(name, it -> result(em, members.apply(it))), faults);
        if (faults.isEmpty()) {
            faults.addAll(check.apply(task.type(), parameters));
        }
        if (faults.isEmpty()) {
            TaskParameters.fill(em, task, parameters.toString());
            return null;
        }
        String message = faults.stream()
                .map(fault -> fault.pointer() + " " + fault.detail())
                .collect(Collectors.joining("; "));
        return new AttemptError(INVALID, message, null);
    }

    private static JsonValue result(EntityManager em, MemberSnapshot snapshot) {
        Task task = snapshot.state() == TaskState.SUCCEEDED
                ? em.find(Task.class, snapshot.member().taskId())
                : null;
        String json = task == null ? null : TaskResults.load(em, task);
        return json == null ? JsonValue.NULL : parse(json);
    }

    private static JsonValue parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readValue();
        }
    }
}
