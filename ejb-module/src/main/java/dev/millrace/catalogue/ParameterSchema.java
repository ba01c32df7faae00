package dev.millrace.catalogue;

import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;

import dev.millrace.contract.schema.BudgetExceeded;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.json.JsonNesting;
import dev.millrace.platform.problem.Fault;

/** A JSON Schema (2020-12) of parameters; finds the faults of each value, each at its own pointer. */
final class ParameterSchema {
    /** Most levels of objects and arrays in parameters. */
    static final int MAX_DEPTH = 200;

    private static final int MAX_FAULTS = 100;
    /** Not below {@code properties}, where it is a property of that name. */
    private static final Pattern PROPERTY_NAMES =
            Pattern.compile("(?<!/(properties|patternProperties|\\$defs|dependentSchemas))/propertyNames(/|$)");

    private static final URI ID = URI.create("urn:millrace:parameters");

    private final JsonObject schema;
    private final Validator validator;

    ParameterSchema(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            schema = reader.readObject();
        }
        SchemaPatterns.throwIfUnknown(schema);
        validator = new ValidatorFactory()
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .withEvaluatorFactory(new DialectEvaluators())
                .createValidator();
        CheckBudget.within(() -> validator.registerSchema(ID, schema));
    }

    List<Fault> faultsIn(JsonValue parameters, String pointer) {
        if (JsonNesting.exceeds(parameters, MAX_DEPTH)) {
            return List.of(new Fault(pointer, "is nested more than " + MAX_DEPTH + " deep"));
        }
        Validator.Result result;
        try {
            result = CheckBudget.within(() -> validator.validate(ID, parameters));
        } catch (BudgetExceeded e) {
            return List.of(new Fault(pointer, e.getMessage()));
        } catch (StackOverflowError e) {
            return List.of(new Fault(pointer, "is nested too deeply"));
        }
        if (result.isValid()) {
            return List.of();
        }
        List<Fault> faults = new ArrayList<>();
        for (Error error : RelevantErrors.of(result.getErrors())) {
            addFaults(error, parameters, pointer, faults);
            if (faults.size() >= MAX_FAULTS) {
                return faults.subList(0, MAX_FAULTS);
            }
        }
        return faults.isEmpty() ? List.of(new Fault(pointer, "does not match the schema")) : faults;
    }

    private void addFaults(Error error, JsonValue parameters, String pointer, List<Fault> faults) {
        String location = error.getInstanceLocation();
        if (error.getKeyword() == null) {
            faults.add(new Fault(pointer + location, "unknown property")); // as with "additionalProperties": false
        } else if (isAboutNames(error)) {
            addNameFaults(error, parameters, pointer, faults);
        } else if (error.getKeyword().equals("required") && keywordValue(error) instanceof JsonArray required) {
            JsonObject object = valueAt(parameters, location).asJsonObject();
            for (JsonString name : required.getValuesAs(JsonString.class)) {
                if (!object.containsKey(name.getString())) {
                    faults.add(
                            new Fault(pointer + location + "/" + Json.encodePointer(name.getString()), "is required"));
                }
            }
        } else if (!error.getKeyword().equals("$ref")) {
            faults.add(new Fault(pointer + location, ValidationMessages.of(error.getKeyword(), around(error))));
        }
    }

    private static boolean isAboutNames(Error error) {
        return PROPERTY_NAMES.matcher(error.getEvaluationPath()).find();
    }

    /** For each wrong name the validator reports only its object. */
    private void addNameFaults(Error error, JsonValue parameters, String pointer, List<Fault> faults) {
        String location = error.getInstanceLocation();
        String detail = ValidationMessages.of(error.getKeyword(), around(error));
        List<Fault> found = new ArrayList<>();
        if (error.getKeyword().equals("enum") && keywordValue(error) instanceof JsonArray names) {
            for (String name : valueAt(parameters, location).asJsonObject().keySet()) {
                if (names.getValuesAs(JsonValue.class).stream().noneMatch(allowed -> isText(allowed, name))) {
                    found.add(new Fault(pointer + location + "/" + Json.encodePointer(name), "its name " + detail));
                }
            }
        } else {
            found.add(new Fault(pointer + location, "has a property whose name " + detail));
        }
        found.stream().filter(fault -> !faults.contains(fault)).forEach(faults::add);
    }

    private static boolean isText(JsonValue value, String text) {
        return value instanceof JsonString string && string.getString().equals(text);
    }

    /** @return the schema's value of the broken keyword, null if it cannot be found */
    private JsonValue keywordValue(Error error) {
        JsonObject around = around(error);
        return around == null ? null : around.get(error.getKeyword());
    }

    /** @return the schema that has the broken keyword, null if it cannot be found */
    private JsonObject around(Error error) {
        String location = error.getSchemaLocation();
        try {
            return valueAt(schema, location.substring(location.indexOf('#') + 1)) instanceof JsonObject found
                    ? found
                    : null;
        } catch (JsonException e) {
            return null;
        }
    }

    private static JsonValue valueAt(JsonValue value, String pointer) {
        return pointer.isEmpty() ? value : Json.createPointer(pointer).getValue((JsonStructure) value);
    }
}
