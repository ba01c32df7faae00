package dev.millrace.catalogue;

import java.io.StringReader;
import java.util.List;

import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;

import dev.millrace.contract.Bounds;
import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.json.Nesting;
import dev.millrace.platform.json.NumbersInJson;
import dev.millrace.platform.json.WellFormedText;
import dev.millrace.platform.problem.Fault;

/**
 * Whether what a worker announces may be taken into the catalogue. All reasons for which a type is refused stand here; its
 * sizes have been checked when the message was read.
 */
final class CheckType {
    /** One reason for which a type may be refused. */
    @FunctionalInterface
    interface Rule {
        /** @throws TypeRefused if it is */
        void check(TaskTypeAnnouncement announcement) throws TypeRefused;
    }

    private static final List<Rule> RULES = List.of(
            CheckType::isShallow,
            CheckType::isCarriedUnchanged,
            CheckType::endsOnAnyValue,
            CheckType::compiles,
            CheckType::hasAnExampleThatFits);

    private CheckType() {}

    /** @throws TypeRefused naming the first rule that it breaks */
    static void refuseBad(TaskTypeAnnouncement announcement) throws TypeRefused {
        for (Rule rule : RULES) {
            rule.check(announcement);
        }
    }

    private static void isShallow(TaskTypeAnnouncement announcement) throws TypeRefused {
        isShallow("parametersSchema", announcement.parametersSchema());
        isShallow("resultSchema", announcement.resultSchema());
        isShallow("example", announcement.example());
    }

    private static void isShallow(String field, String json) throws TypeRefused {
        if (Nesting.of(json) > Bounds.NESTING) {
            throw new TypeRefused(field + " is nested more than " + Bounds.NESTING + " deep");
        }
    }

    private static void isCarriedUnchanged(TaskTypeAnnouncement announcement) throws TypeRefused {
        isCarriedUnchanged("parametersSchema", announcement.parametersSchema());
        isCarriedUnchanged("resultSchema", announcement.resultSchema());
        isCarriedUnchanged("example", announcement.example());
    }

    private static void isCarriedUnchanged(String field, String json) throws TypeRefused {
        String fault = NumbersInJson.faultIn(json);
        if (fault != null) {
            throw new TypeRefused(field + " " + fault);
        }
    }

    private static void endsOnAnyValue(TaskTypeAnnouncement announcement) throws TypeRefused {
        SchemaReferences.refuseEndless("parametersSchema", announcement.parametersSchema());
        SchemaReferences.refuseEndless("resultSchema", announcement.resultSchema());
    }

    private static void compiles(TaskTypeAnnouncement announcement) throws TypeRefused {
        compiles("parametersSchema", announcement.parametersSchema());
        compiles("resultSchema", announcement.resultSchema());
    }

    private static void compiles(String field, String schema) throws TypeRefused {
        try {
            new ParameterSchema(schema);
        } catch (RuntimeException | StackOverflowError e) {
            throw new TypeRefused(field + " is no JSON Schema: " + e.getMessage(), e);
        }
    }

    /** The form begins with the example, so it has to be what a submit would take. */
    private static void hasAnExampleThatFits(TaskTypeAnnouncement announcement) throws TypeRefused {
        JsonValue example = parse(announcement.example());
        List<Fault> faults = WellFormedText.faultsIn(example);
        if (faults.isEmpty()) {
            faults = new ParameterSchema(announcement.parametersSchema()).faultsIn(example, "");
        }
        if (!faults.isEmpty()) {
            Fault first = faults.get(0);
            throw new TypeRefused(
                    "example " + (first.pointer().isEmpty() ? "" : first.pointer() + " ") + first.detail());
        }
    }

    private static JsonValue parse(String example) throws TypeRefused {
        try (JsonParser parser = Json.createParser(new StringReader(example))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (parser.hasNext()) {
                throw new TypeRefused("example is no JSON");
            }
            return value;
        } catch (RuntimeException e) {
            throw new TypeRefused("example is no JSON", e);
        }
    }
}
