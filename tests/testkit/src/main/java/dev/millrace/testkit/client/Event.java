package dev.millrace.testkit.client;

import com.fasterxml.jackson.databind.JsonNode;

/** One CloudEvent of a connection. */
public record Event(JsonNode json) {
    static Event parse(String text) {
        return new Event(TestJson.read(text));
    }

    /** The last part of its type: {@code waiting}, {@code ready}, … */
    public String kind() {
        String type = json.path("type").asText();
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Its position, from which a client resumes. */
    public String id() {
        return json.path("id").asText();
    }

    public String taskId() {
        return json.path("subject").asText();
    }

    public JsonNode data() {
        return json.path("data");
    }

    /** The task's result as JSON text. */
    public String result() {
        return data().path("result").toString();
    }
}
