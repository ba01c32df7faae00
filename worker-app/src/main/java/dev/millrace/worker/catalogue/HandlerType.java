package dev.millrace.worker.catalogue;

import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** One handler with everything that is said of its type. */
public final class HandlerType {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    private static final RecordSchema SCHEMAS = new RecordSchema(JSON);

    private final TaskHandler<Record, Record> handler;
    private final Class<?> parametersType;
    private final ObjectNode parametersSchema;
    private final TaskTypeAnnouncement announcement;

    /**
     * Reads the handler's annotations and records.
     *
     * @throws IllegalArgumentException if something is missing or wrong there, naming the class
     */
    @SuppressWarnings("unchecked")
    public HandlerType(TaskHandler<?, ?> handler) {
        this.handler = (TaskHandler<Record, Record>) handler;
        TaskType type = handler.getClass().getAnnotation(TaskType.class);
        JavaType[] records = JSON.constructType(handler.getClass()).findTypeParameters(TaskHandler.class);
        try {
            parametersType = records[0].getRawClass();
            parametersSchema =
                    (ObjectNode) JSON.readTree(SCHEMAS.of(parametersType).toString());
            announcement = new TaskTypeAnnouncement(
                    type.name(),
                    type.title(),
                    type.description(),
                    type.queue(),
                    parametersSchema.toString(),
                    SCHEMAS.of(records[1].getRawClass()).toString(),
                    JSON.readTree(type.example()).toString(),
                    type.timeout().isEmpty() ? null : Durations.parse(type.timeout()),
                    type.maxAttempts(),
                    Durations.parse(type.backoff()),
                    Durations.parse(type.maxBackoff()),
                    Rules.of(type));
            parameters(type.example());
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalArgumentException(handler.getClass().getName() + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return announcement.name();
    }

    public String queue() {
        return announcement.queue();
    }

    public boolean isIsolated() {
        return announcement.rules().isolated();
    }

    public Duration grace() {
        return announcement.rules().grace();
    }

    /** @return the name of the handler's class */
    public String handlerClass() {
        return handler.getClass().getName();
    }

    public TaskTypeAnnouncement announcement() {
        return announcement;
    }

    /**
     * Turns JSON text into the handler's record; what is left out gets its default.
     *
     * @throws JsonProcessingException if it is not what the record wants
     */
    public Record parameters(String json) throws JsonProcessingException {
        JsonNode given = JSON.readTree(json);
        if (given instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property :
                    parametersSchema.path("properties").properties()) {
                JsonNode fallback = property.getValue().get("default");
                if (fallback != null && !object.has(property.getKey())) {
                    object.set(property.getKey(), fallback);
                }
            }
        }
        return (Record) JSON.treeToValue(given, parametersType);
    }

    /** @return the result as JSON text */
    public String run(Record parameters, TaskContext context) throws Exception {
        return JSON.writeValueAsString(handler.run(parameters, context));
    }
}
