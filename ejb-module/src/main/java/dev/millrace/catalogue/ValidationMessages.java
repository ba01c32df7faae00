package dev.millrace.catalogue;

import java.util.stream.Collectors;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Details of a fault, by the keyword of the schema that a value breaks. They never contain the value. */
final class ValidationMessages {
    private static final String DURATION = "must be an ISO 8601 duration, such as PT15M";
    private static final int MAX_CONSTANTS_LENGTH = 300;

    private ValidationMessages() {}

    /** @param schema the one with the keyword, null = unknown */
    static String of(String keyword, JsonObject schema) {
        JsonValue limit = schema == null ? null : schema.get(keyword);
        if (limit == null) {
            return "does not match the schema";
        }
        return switch (keyword) {
            case "type" -> "must be of type " + words(limit);
            case "enum" -> limit.toString().length() > MAX_CONSTANTS_LENGTH
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
            case "pattern" -> pattern(schema);
            case "format" -> hasKeyword(schema, "format", "duration") ? DURATION : "must be a valid " + words(limit);
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

    /** The patterns of durations and of Base64 are too long to help a reader. */
    private static String pattern(JsonObject schema) {
        if (hasKeyword(schema, "format", "duration")) {
            return DURATION;
        }
        return hasKeyword(schema, "contentEncoding", "base64")
                ? "must be Base64 with padding"
                : "must match the pattern " + words(schema.get("pattern"));
    }

    private static boolean hasKeyword(JsonObject schema, String keyword, String value) {
        return schema.get(keyword) instanceof JsonString text
                && text.getString().equals(value);
    }

    private static String words(JsonValue limit) {
        if (limit instanceof JsonArray array) {
            return array.stream().map(ValidationMessages::words).collect(Collectors.joining(", "));
        }
        return limit instanceof JsonString text ? text.getString() : limit.toString();
    }
}
