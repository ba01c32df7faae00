package dev.millrace.catalogue;

import java.io.StringReader;
import java.util.List;

import jakarta.json.JsonReader;

import dev.millrace.contract.MessageLimits;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.platform.json.CheckJson;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.json.JsonNesting;
import dev.millrace.platform.json.NotJson;
import dev.millrace.platform.problem.Fault;

/**
 * Checks the announcement of a task type. It contains all reasons for a rejection; the message reader has checked the
 * sizes.
 */
final class CheckAnnouncement {
    /** One reason for a rejection. */
    @FunctionalInterface
    interface Rule {
        /** @throws TaskTypeRejected if the announcement breaks the rule */
        void check(TaskTypeAnnouncement announcement) throws TaskTypeRejected;
    }

    private static final List<Rule> RULES = List.of(
            CheckAnnouncement::checkNesting,
            CheckAnnouncement::requireValidJson,
            CheckAnnouncement::checkTermination,
            CheckAnnouncement::checkSchemas,
            CheckAnnouncement::checkExample);

    private CheckAnnouncement() {}

    /** @throws TaskTypeRejected naming the first rule that it breaks */
    static void throwIfInvalid(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        for (Rule rule : RULES) {
            rule.check(announcement);
        }
    }

    private static void checkNesting(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        checkNesting("parametersSchema", announcement.parametersSchema());
        checkNesting("resultSchema", announcement.resultSchema());
        checkNesting("example", announcement.example());
    }

    private static void checkNesting(String field, String json) throws TaskTypeRejected {
        if (JsonNesting.depthOf(json) > MessageLimits.NESTING_DEPTH) {
            throw new TaskTypeRejected(field + " is nested more than " + MessageLimits.NESTING_DEPTH + " deep");
        }
    }

    private static void requireValidJson(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        requireValidJson("parametersSchema", announcement.parametersSchema());
        requireValidJson("resultSchema", announcement.resultSchema());
        requireValidJson("example", announcement.example());
    }

    private static void requireValidJson(String field, String json) throws TaskTypeRejected {
        try {
            rejectFaulty(field, CheckJson.faultsIn(json));
        } catch (NotJson e) {
            throw new TaskTypeRejected(field + " is not JSON: " + e.getMessage(), e);
        }
    }

    private static void rejectFaulty(String field, List<Fault> faults) throws TaskTypeRejected {
        if (!faults.isEmpty()) {
            Fault first = faults.get(0);
            throw new TaskTypeRejected(
                    field + " " + (first.pointer().isEmpty() ? "" : first.pointer() + " ") + first.detail());
        }
    }

    private static void checkTermination(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        SchemaReferences.throwIfEndless("parametersSchema", announcement.parametersSchema());
        SchemaReferences.throwIfEndless("resultSchema", announcement.resultSchema());
    }

    private static void checkSchemas(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        checkSchemas("parametersSchema", announcement.parametersSchema());
        checkSchemas("resultSchema", announcement.resultSchema());
    }

    private static void checkSchemas(String field, String schema) throws TaskTypeRejected {
        try {
            new ParameterSchema(schema);
        } catch (RuntimeException | StackOverflowError e) {
            throw new TaskTypeRejected(field + " is not a JSON Schema: " + e.getMessage(), e);
        }
    }

    /** The form starts with the example, so a submission must accept it. */
    private static void checkExample(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        try (JsonReader reader = Json.createReader(new StringReader(announcement.example()))) {
            rejectFaulty(
                    "example", new ParameterSchema(announcement.parametersSchema()).faultsIn(reader.readValue(), ""));
        }
    }
}
