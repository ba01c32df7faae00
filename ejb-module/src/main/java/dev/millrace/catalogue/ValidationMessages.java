package dev.millrace.catalogue;

import java.util.stream.Collectors;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** What people are told of a value that breaks a keyword of its schema. Never says the value. */
final class ValidationMessages {
    private static final int LONGEST_CONSTANTS = 300;

    private ValidationMessages() {}

    /** @param limit what the schema says at the keyword, null = nothing */
    static String of(String keyword, JsonValue limit) {
        if (limit == null) {
            return "is not what the schema wants";
        }
        return switch (keyword) {
            case "type" -> "must be of the type " + words(limit);
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
            case "uniqueItems" -> "must not have an item twice";
            case "minProperties" -> "must have at least " + limit + " members";
            case "maxProperties" -> "must have at most " + limit + " members";
            case "contains", "minContains", "maxContains" -> "does not have the items that it must have";
            case "dependentRequired" -> "lacks members that it must have besides others";
            case "anyOf", "oneOf" -> "is none of the alternatives, or more than one";
            default -> "is not what the schema wants";
        };
    }

    private static String words(JsonValue limit) {
        if (limit instanceof JsonArray array) {
            return array.stream().map(ValidationMessages::words).collect(Collectors.joining(", "));
        }
        return limit instanceof JsonString text ? text.getString() : limit.toString();
    }
}
