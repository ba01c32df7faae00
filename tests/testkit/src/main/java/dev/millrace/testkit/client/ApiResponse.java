package dev.millrace.testkit.client;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** One response of the server. */
public record ApiResponse(int status, HttpHeaders headers, String text) {
    /** The body as JSON. */
    public JsonNode json() {
        return TestJson.read(text);
    }

    /** The {@code type} of a problem, without its fixed prefix. */
    public String problem() {
        return json().path("type").asText().replaceFirst("^urn:millrace:problem:", "");
    }

    /** The JSON pointers of a problem's faults. */
    public List<String> pointers() {
        return StreamSupport.stream(json().path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asText())
                .toList();
    }

    /**
     * Returns this response.
     *
     * @throws AssertionError if the server has rejected the request
     */
    public ApiResponse expectingSuccess() {
        if (status >= 300) {
            throw new AssertionError("the server answered " + status + ": " + text);
        }
        return this;
    }

    /**
     * Returns this response.
     *
     * @throws AssertionError if the status is another
     */
    public ApiResponse expecting(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + " but the server answered " + status + ": " + text);
        }
        return this;
    }
}
