package dev.millrace.itests.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Values of responses that later requests may name: ids, cursors, names. Stores the latest few of each kind. */
final class KnownValues {
    private static final int MAX_VALUES = 50;
    private static final int MAX_LENGTH = 500;
    private static final Set<String> NAMES = Set.of("queue", "type", "worker", "owner", "user", "stream", "errorType");

    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<String> spared;

    /** @param spared values that no request shall name, such as the only admin's id */
    KnownValues(Set<String> spared) {
        this.spared = spared;
    }

    /** Remembers the values in a response about a resource. */
    void learn(String resource, JsonNode answer) {
        if (answer.isArray()) {
            answer.forEach(item -> learn(resource, item));
        }
        answer.properties().forEach(member -> {
            if (member.getValue().isTextual()) {
                learn(resource, member.getKey(), member.getValue().asText());
            } else {
                learn(resource, member.getValue());
            }
        });
    }

    private void learn(String resource, String name, String value) {
        switch (name) {
            case "id", "name" -> keep(resource + ":" + name, value);
            case "nextCursor" -> keep(resource + ":cursor", value);
            default -> {
                if (NAMES.contains(name)) {
                    keep(name, value);
                }
            }
        }
    }

    private void keep(String kind, String value) {
        if (spared.contains(value) || value.length() > MAX_LENGTH) {
            return;
        }
        List<String> sameKind = values.computeIfAbsent(kind, key -> new ArrayList<>());
        if (!sameKind.contains(value)) {
            sameKind.add(value);
            if (sameKind.size() > MAX_VALUES) {
                sameKind.remove(0);
            }
        }
    }

    /** A known value for that member or parameter of a call about a resource, null if there is none. */
    String pick(String resource, String name, Random random) {
        String kind = NAMES.contains(name) ? name : resource + ":" + (name.equals("ids") ? "id" : name);
        List<String> sameKind = values.getOrDefault(kind, List.of());
        return sameKind.isEmpty() ? null : sameKind.get(random.nextInt(sameKind.size()));
    }
}
