package dev.millrace.catalogue;

import java.util.List;

import jakarta.json.JsonValue;

import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.contract.TaskTypeRules;
import dev.millrace.limit.TypeLimit;
import dev.millrace.platform.problem.Fault;

/** A task type with its parameters' schema ready to check against. */
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

    /** @return the parameters with what the schema says of properties that are left out */
    public JsonValue withDefaults(JsonValue parameters) {
        return defaults.fill(parameters);
    }

    /** @return what limits the dispatch of its tasks, null = nothing */
    TypeLimit limit() {
        TaskTypeRules rules = announcement.rules();
        return rules.concurrency() == null && rules.rate() == null
                ? null
                : new TypeLimit(rules.concurrency(), rules.rate(), rules.ratePer());
    }

    /**
     * @param pointer JSON Pointer to the parameters in the request's body
     * @return what is wrong with them, empty if nothing
     */
    public List<Fault> faultsIn(JsonValue parameters, String pointer) {
        return schema.faultsIn(parameters, pointer);
    }
}
