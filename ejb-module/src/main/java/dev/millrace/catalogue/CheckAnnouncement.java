package dev.millrace.catalogue;

import java.io.StringReader;
import java.util.List;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;

import dev.millrace.contract.MessageLimits;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.json.JsonNesting;
import dev.millrace.platform.json.NumbersInJson;
import dev.millrace.platform.json.WellFormedText;
import dev.millrace.platform.problem.Fault;

/**
 * Whether what a worker announces may be taken into the catalogue. All reasons for which a type is refused stand here; its
 * sizes have been checked when the message was read.
 */
final class CheckAnnouncement {
    /** One reason for which a type may be refused. */
    @FunctionalInterface
    interface Rule {
        /** @throws TaskTypeRejected if it is */
        void check(TaskTypeAnnouncement announcement) throws TaskTypeRejected;
    }

    private static final List<Rule> RULES = List.of(
            CheckAnnouncement::isShallow,
            CheckAnnouncement::isCarriedUnchanged,
            CheckAnnouncement::endsOnAnyValue,
            CheckAnnouncement::compiles,
            CheckAnnouncement::hasAnExampleThatFits);

    private CheckAnnouncement() {}

    /** @throws TaskTypeRejected naming the first rule that it breaks */
    static void refuseBad(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        for (Rule rule : RULES) {
            rule.check(announcement);
        }
    }

    private static void isShallow(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        isShallow("parametersSchema", announcement.parametersSchema());
        isShallow("resultSchema", announcement.resultSchema());
        isShallow("example", announcement.example());
    }

    private static void isShallow(String field, String json) throws TaskTypeRejected {
        if (JsonNesting.depthOf(json) > MessageLimits.NESTING) {
            throw new TaskTypeRejected(field + " is nested more than " + MessageLimits.NESTING + " deep");
        }
    }

    private static void isCarriedUnchanged(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        isCarriedUnchanged("parametersSchema", announcement.parametersSchema());
        isCarriedUnchanged("resultSchema", announcement.resultSchema());
        isCarriedUnchanged("example", announcement.example());
    }

    private static void isCarriedUnchanged(String field, String json) throws TaskTypeRejected {
        String fault = NumbersInJson.findFault(json);
        if (fault != null) {
            throw new TaskTypeRejected(field + " " + fault);
        }
    }

    private static void endsOnAnyValue(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        SchemaReferences.refuseEndless("parametersSchema", announcement.parametersSchema());
        SchemaReferences.refuseEndless("resultSchema", announcement.resultSchema());
    }

    private static void compiles(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        compiles("parametersSchema", announcement.parametersSchema());
        compiles("resultSchema", announcement.resultSchema());
    }

    private static void compiles(String field, String schema) throws TaskTypeRejected {
        try {
            new ParameterSchema(schema);
        } catch (RuntimeException | StackOverflowError e) {
            throw new TaskTypeRejected(field + " is no JSON Schema: " + e.getMessage(), e);
        }
    }

    /** The form begins with the example, so it has to be what a submit would take. */
    private static void hasAnExampleThatFits(TaskTypeAnnouncement announcement) throws TaskTypeRejected {
        JsonValue example = parse(announcement.example());
        List<Fault> faults = WellFormedText.faultsIn(example);
        if (faults.isEmpty()) {
            faults = new ParameterSchema(announcement.parametersSchema()).faultsIn(example, "");
        }
        if (!faults.isEmpty()) {
            Fault first = faults.get(0);
            throw new TaskTypeRejected(
                    "example " + (first.pointer().isEmpty() ? "" : first.pointer() + " ") + first.detail());
        }
    }

    private static JsonValue parse(String example) throws TaskTypeRejected {
        try (JsonParser parser = Json.createParser(new StringReader(example))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (parser.hasNext()) {
                throw new TaskTypeRejected("example is no JSON");
            }
            return value;
        } catch (RuntimeException e) {
            throw new TaskTypeRejected("example is no JSON", e);
        }
    }
}
