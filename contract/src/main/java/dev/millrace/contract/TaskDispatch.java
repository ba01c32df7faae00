package dev.millrace.contract;

import java.time.Duration;
import java.util.Map;

/**
 * An entry of a queue's task stream: it makes a worker run an attempt.
 *
 * @param claim the task and the number of this dispatch
 * @param type name of the task type
 * @param attempt which attempt this is, from 1
 * @param parameters the parameters as JSON text
 * @param timeout how long the attempt may run; null = unlimited
 */
public record TaskDispatch(Claim claim, String type, int attempt, String parameters, Duration timeout) {

    public Map<String, String> toFields() {
        return new FieldWriter()
                .put("task", claim.taskId())
                .put("claim", claim.number())
                .put("type", type)
                .put("attempt", attempt)
                .put("parameters", parameters)
                .put("timeout", timeout)
                .toMap();
    }

    /** @throws UnreadableMessage if a field is missing, malformed or of another version */
    public static TaskDispatch fromFields(Map<String, String> message) throws UnreadableMessage {
        FieldReader fields = new FieldReader(message);
        return new TaskDispatch(
                Claim.read(fields),
                fields.text("type"),
                fields.positiveInt("attempt"),
                fields.text("parameters"),
                fields.durationOrNull("timeout"));
    }
}
