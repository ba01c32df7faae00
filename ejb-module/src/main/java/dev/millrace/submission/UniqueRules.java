package dev.millrace.submission;

import java.io.StringReader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import dev.millrace.catalogue.Catalogue;
import dev.millrace.catalogue.CompiledTaskType;
import dev.millrace.catalogue.UnknownTaskType;
import dev.millrace.contract.TaskTypeRules;
import dev.millrace.platform.json.Json;
import dev.millrace.task.Uniqueness;

/** Finds out whether a task has to be unique, as its type says. */
@ApplicationScoped
public class UniqueRules {
    private Catalogue catalogue;

    /** For the container. */
    protected UniqueRules() {}

    @Inject
    UniqueRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param parameters JSON text
     * @return null if the type is not unique, or is deleted
     */
    public Uniqueness uniquenessOf(String type, String parameters) {
        try (JsonReader reader = Json.createReader(new StringReader(parameters))) {
            return uniquenessOf(catalogue.get(type), reader.readValue());
        } catch (UnknownTaskType e) {
            return null;
        }
    }

    /** @return null if the type is not unique */
    static Uniqueness uniquenessOf(CompiledTaskType type, JsonValue parameters) {
        TaskTypeRules rules = type.announcement().rules();
        return rules.uniqueFor() == null
                ? null
                : new Uniqueness(
                        rules.uniqueFor(),
                        rules.uniqueRefuse(),
                        type.withDefaults(parameters).toString());
    }
}
