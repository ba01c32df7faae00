package dev.millrace.worker.registry;

import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;

import dev.millrace.contract.TaskTypeAnnouncement;
import dev.millrace.contract.configuration.Durations;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;
import dev.millrace.worker.codec.InvalidValue;
import dev.millrace.worker.codec.RecordJson;

/** One handler with the description of its type. */
public final class HandlerType {
    private final TaskHandler<Record, Record> handler;
    private final RecordJson parameters;
    private final RecordJson result;
    private final TaskTypeAnnouncement announcement;

    /**
     * Reads the handler's annotations and records.
     *
     * @throws IllegalArgumentException if an annotation or a record is wrong; the message names the class
     */
    @SuppressWarnings("unchecked")
    public HandlerType(TaskHandler<?, ?> handler) {
        this.handler = (TaskHandler<Record, Record>) handler;
        TaskType type = handler.getClass().getAnnotation(TaskType.class);
        JavaType[] records =
                TypeFactory.defaultInstance().constructType(handler.getClass()).findTypeParameters(TaskHandler.class);
        try {
            parameters = RecordJson.ofParameters(records[0]);
            result = RecordJson.ofResult(records[1]);
            parameters.read(type.example());
            announcement = new TaskTypeAnnouncement(
                    type.name(),
                    type.title(),
                    type.description(),
                    type.queue(),
                    parameters.schema(),
                    result.schema(),
                    type.example(),
                    type.timeout().isEmpty() ? null : Durations.parse(type.timeout()),
                    type.maxAttempts(),
                    Durations.parse(type.backoff()),
                    Durations.parse(type.maxBackoff()),
                    AnnotatedRules.of(type));
        } catch (InvalidValue e) {
            throw new IllegalArgumentException(
                    handler.getClass().getName() + ": the example does not match the schema: " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    handler.getClass().getName() + ": the example is not JSON: " + e.getOriginalMessage(), e);
        } catch (RuntimeException e) {
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
     * Turns JSON text into the handler's record; an omitted component gets its default.
     *
     * @throws JsonProcessingException if it is not JSON
     * @throws InvalidValue if the announced schema or the record rejects it
     */
    public Record parameters(String json) throws JsonProcessingException, InvalidValue {
        return parameters.read(json);
    }

    /**
     * @return the result as JSON text
     * @throws InvalidResult if the result does not match the announced schema
     * @throws Exception from the handler
     */
    public String invoke(Record input, TaskContext context) throws Exception {
        Record output = handler.run(input, context);
        if (output == null) {
            throw new InvalidResult("The handler returned null; it has to return a result.");
        }
        try {
            return result.write(output);
        } catch (InvalidValue e) {
            throw new InvalidResult(e);
        }
    }
}
