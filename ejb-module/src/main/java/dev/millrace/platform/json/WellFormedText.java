package dev.millrace.platform.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

import dev.millrace.platform.problem.Fault;

/**
 * Text that UTF-8 and SQL can hold: without U+0000, which PostgreSQL refuses, and without half a surrogate pair, which
 * would be stored as another character.
 */
public final class WellFormedText {
    public static final String EXPECTED = "must not have U+0000 or half a surrogate pair";

    private static final int MAX_FAULTS = 20;

    private WellFormedText() {}

    public static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Finds malformed texts within a value, property names included.
     *
     * @return each at its pointer, 20 at most; a property's name at the pointer of its object
     */
    public static List<Fault> faultsIn(JsonValue value) {
        List<Fault> faults = new ArrayList<>();
        collect(value, "", faults);
        return faults;
    }

    private static void collect(JsonValue value, String pointer, List<Fault> faults) {
        if (faults.size() == MAX_FAULTS) {
            return;
        }
        if (value instanceof JsonString text) {
            if (!isWellFormed(text.getString())) {
                faults.add(new Fault(pointer, EXPECTED));
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                collect(array.get(i), pointer + "/" + i, faults);
            }
        } else if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.entrySet()) {
                if (isWellFormed(member.getKey())) {
                    collect(member.getValue(), pointer + "/" + Json.encodePointer(member.getKey()), faults);
                } else {
                    faults.add(new Fault(pointer, "has a property whose name " + EXPECTED));
                }
            }
        }
    }
}
