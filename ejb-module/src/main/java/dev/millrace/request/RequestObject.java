package dev.millrace.request;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import dev.millrace.platform.json.Json;
import dev.millrace.platform.json.Rfc3339;
import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

/** The properties of a JSON object that a client sent. Collects all their faults, each at its pointer. */
public final class RequestObject {
    private final JsonObject object;
    private final String pointer;
    private final List<Fault> faults;

    /**
     * @param pointer JSON Pointer to the object in the request's body, empty for the whole
     * @param known names of the properties that it may have
     * @param faults to which its faults are added
     */
    public RequestObject(JsonObject object, String pointer, Set<String> known, List<Fault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
        for (String name : object.keySet()) {
            if (!known.contains(name)) {
                fault(name, "unknown property");
            }
        }
    }

    /**
     * @throws MalformedJson if the body is not JSON
     * @throws InvalidRequest if it is not an object, or has text or numbers that cannot be stored
     */
    public static RequestObject parse(String body, Set<String> known) {
        return new RequestObject(ParseJson.object(body), "", known, new ArrayList<>());
    }

    /** @return whether the property is there, also if it is null */
    public boolean has(String name) {
        return object.containsKey(name);
    }

    /** Each of these properties that is absent or null is a fault. */
    public void require(String... names) {
        for (String name : names) {
            if (object.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL) {
                fault(name, "is required");
            }
        }
    }

    /**
     * @param expected the fault's detail
     * @param parser may throw as casts, numbers and times do
     * @return null if it is absent, null or faulty
     */
    public <T> T optional(String name, String expected, Function<JsonValue, T> parser) {
        JsonValue value = object.getOrDefault(name, JsonValue.NULL);
        if (value == JsonValue.NULL) {
            return null;
        }
        try {
            return parser.apply(value);
        } catch (ClassCastException | ArithmeticException | IllegalArgumentException | DateTimeException e) {
            fault(name, expected);
            return null;
        }
    }

    /** @return null if it is faulty; absent or null is a fault */
    public <T> T required(String name, String expected, Function<JsonValue, T> parser) {
        if (object.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL) {
            fault(name, "is required");
            return null;
        }
        return optional(name, expected, parser);
    }

    /** @return an object within this one; null if it is absent, null or faulty */
    public RequestObject object(String name, Set<String> known) {
        JsonObject inner = optional(name, "must be an object", JsonValue::asJsonObject);
        return inner == null ? null : new RequestObject(inner, pointer(name), known, faults);
    }

    public Integer priority(String name) {
        return number(name, 0, TaskRequest.MAX_PRIORITY);
    }

    public Integer number(String name, int min, int max) {
        return optional(name, "must be a whole number from " + min + " to " + max, json -> number(json, min, max));
    }

    public Instant time(String name) {
        return optional(name, Rfc3339.EXPECTED, json -> Rfc3339.parse(string(json)));
    }

    public String string(String name, int maxLength) {
        return optional(name, "must be a string of 1 to " + maxLength + " characters", json -> {
            String text = string(json);
            if (text.isBlank() || text.length() > maxLength) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }

    /** @return null if it is absent, null, blank or faulty */
    public String nullableString(String name) {
        String text = optional(name, "must be a string", RequestObject::string);
        return text == null || text.isBlank() ? null : text;
    }

    /** @return false if it is absent, null or faulty */
    public boolean bool(String name) {
        Boolean flag = optional(name, "must be true or false", json -> switch (json.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw new IllegalArgumentException();
        });
        return flag != null && flag;
    }

    /** @return null if it is absent, null or faulty */
    public List<UUID> ids(String name, int max) {
        return optional(name, "must be an array of 1 to " + max + " task ids", json -> {
            JsonArray array = json.asJsonArray();
            if (array.isEmpty() || array.size() > max) {
                throw new IllegalArgumentException();
            }
            return array.stream().map(id -> UUID.fromString(string(id))).toList();
        });
    }

    /**
     * @param expected the fault's detail
     * @param parser throws an {@link IllegalArgumentException} for an unknown name
     * @return in no order; null if it is absent, null or faulty
     */
    public <E extends Enum<E>> Set<E> enumSet(String name, Class<E> type, String expected, Function<String, E> parser) {
        return optional(name, expected, json -> json.asJsonArray().stream()
                .map(option -> parser.apply(string(option)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type))));
    }

    /** @return in no order; empty if it is absent, null or faulty */
    public <E extends Enum<E>> Set<E> enumSet(String name, Class<E> type) {
        Set<E> options = enumSet(
                name,
                type,
                "must be an array of " + Arrays.toString(type.getEnumConstants()),
                text -> Enum.valueOf(type, text));
        return options == null ? EnumSet.noneOf(type) : options;
    }

    public void fault(String name, String detail) {
        faults.add(new Fault(pointer(name), detail));
    }

    /** @throws InvalidRequest with all faults, if there are any */
    public void throwIfInvalid() {
        if (!faults.isEmpty()) {
            throw new InvalidRequest(faults);
        }
    }

    public static String string(JsonValue value) {
        return ((JsonString) value).getString();
    }

    static int number(JsonValue value, int min, int max) {
        int number = ((JsonNumber) value).intValueExact();
        if (number < min || number > max) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private String pointer(String name) {
        return pointer + "/" + Json.encodePointer(name);
    }
}
