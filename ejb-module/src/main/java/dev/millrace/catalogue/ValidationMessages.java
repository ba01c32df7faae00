package dev.millrace.catalogue;

import java.util.stream.Collectors;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Details of a fault, by the keyword of the schema that a value breaks. They never contain the value. */
final class ValidationMessages {
    private static final int LONGEST_CONSTANTS = 300;

    private ValidationMessages() {}

    /** @param limit the value at the keyword in the schema, null = none */
    static String of(String keyword, JsonValue limit) {
        if (limit == null) {
            return "does not match the schema";
        }
        return switch (keyword) {
            case "type" -> "must be of type " + words(limit);
            case "enum" -> limit.toString().length() > LONGEST_CONSTANTS
                    ? "must be one of the values that the schema names"
                    : "must be one of " + words(limit);
            case "const" -> "must be " + words(limit);
            case "minimum" -> "must be at least " + limit;
            case "maximum" -> "must be at most " + limit;
            case "exclusiveMinimum" -> "must be greater than " + limit;
            case "exclusiveMaximum" -> "must be less than " + limit;
            case "multipleOf" -> "must be a multiple of " + limit;
            case "minLength" -> "must have at least " + limit + " characters";
            case "maxLength" -> "must have at most " + limit + " characters";
            case "pattern" -> "must match the pattern " + words(limit);
            case "format" -> "must be a valid " + words(limit);
            case "minItems" -> "must have at least " + limit + " items";
            case "maxItems" -> "must have at most " + limit + " items";
            case "uniqueItems" -> "must not contain duplicates";
            case "minProperties" -> "must have at least " + limit + " properties";
            case "maxProperties" -> "must have at most " + limit + " properties";
            case "contains", "minContains", "maxContains" -> "does not contain the required items";
            case "dependentRequired" -> "lacks properties that others require";
            case "anyOf" -> "must match at least one of the alternatives";
            case "oneOf" -> "must match exactly one of the alternatives";
            default -> "does not match the schema";
        };
    }

    private static String words(JsonValue limit) {
        if (limit instanceof JsonArray array) {
            return array.stream().map(ValidationMessages::words).collect(Collectors.joining(", "));
        }
        return limit instanceof JsonString text ? text.getString() : limit.toString();
    }
}
