package dev.millrace.monitoring.health;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.json.JsonObjectBuilder;

import dev.millrace.platform.json.Json;

/** Health as probes and REST show it. */
public final class HealthView {
    private HealthView() {}

    /** @return each part's state by its name, and the reason if Redis is not up */
    public static Map<String, String> parts(Health health) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("database", word(health.database()));
        parts.put("redis", health.redis().state().name());
        if (health.redis().reason() != null) {
            parts.put("redisReason", health.redis().reason());
        }
        parts.put("leadership", word(health.leadership()));
        parts.putAll(liveness(health));
        if (!health.serving()) {
            parts.put("node", "STOPPING");
        }
        return parts;
    }

    /** @return whether the loops run, and the names of stuck ones */
    public static Map<String, String> liveness(Health health) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("loops", word(health.isAlive()));
        if (!health.isAlive()) {
            parts.put("stuckLoops", String.join(", ", health.stuckLoops()));
        }
        return parts;
    }

    /** @return as {@code Health} in the OpenAPI document */
    public static JsonObjectBuilder of(Health health) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("status", word(health.isReady()));
        parts(health).forEach(json::add);
        return json;
    }

    /** @return as {@code Liveness} in the OpenAPI document */
    public static JsonObjectBuilder ofLiveness(Health health) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("status", word(health.isAlive()));
        liveness(health).forEach(json::add);
        return json;
    }

    private static String word(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
