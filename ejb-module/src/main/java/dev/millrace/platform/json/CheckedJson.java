package dev.millrace.platform.json;

import java.util.List;

import jakarta.json.JsonValue;

import dev.millrace.platform.problem.Fault;

/**
 * A JSON text after {@link CheckJson}.
 *
 * @param value null if there are faults
 * @param faults each at its pointer
 */
public record CheckedJson(JsonValue value, List<Fault> faults) {}
