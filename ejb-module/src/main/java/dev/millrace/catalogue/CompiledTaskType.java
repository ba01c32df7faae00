package dev.millrace.catalogue;

import java.util.List;

import jakarta.json.JsonValue;

import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.contract.TaskTypeRules;
import dev.millrace.limit.TypeLimit;
import dev.millrace.platform.problem.Fault;

/** A task type with the compiled schema of its parameters. */
public final class CompiledTaskType {
    private final TaskTypeAnnouncement announcement;
    private final ParameterSchema schema;
    private final SchemaDefaults defaults;

    CompiledTaskType(TaskTypeAnnouncement announcement) {
        this.announcement = announcement;
        this.schema = new ParameterSchema(announcement.parametersSchema());
        this.defaults = new SchemaDefaults(announcement.parametersSchema());
    }

    public TaskTypeAnnouncement announcement() {
        return announcement;
    }

    /** @return the parameters with the schema's defaults for absent properties */
    public JsonValue withDefaults(JsonValue parameters) {
        return defaults.fill(parameters);
    }

    /** @return the limits on the dispatch of its tasks, null = none */
    TypeLimit limit() {
        TaskTypeRules rules = announcement.rules();
        return rules.concurrency() == null && rules.rate() == null
                ? null
                : new TypeLimit(rules.concurrency(), rules.rate(), rules.ratePer());
    }

    /**
     * @param pointer JSON Pointer to the parameters in the request's body
     * @return their faults, empty if there are none
     */
    public List<Fault> faultsIn(JsonValue parameters, String pointer) {
        return schema.faultsIn(parameters, pointer);
    }
}
