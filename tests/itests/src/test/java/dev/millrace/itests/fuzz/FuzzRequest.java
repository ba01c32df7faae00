package dev.millrace.itests.fuzz;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * One request before it is sent.
 *
 * @param path with its query, relative to the server's root
 * @param headers without the caller's token
 * @param body null if there is none
 */
record FuzzRequest(Operation operation, String path, Map<String, String> headers, byte[] body) {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MAX_SHOWN = 2_000;

    HttpRequest at(URI base, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.method(
                        operation.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
    }

    /** The request in a form that a person can repeat. */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(operation.method()).append(" /").append(path);
        headers.forEach((name, value) ->
                shown.append("\n    ").append(name).append(": ").append(value));
        if (body != null) {
            String text = new String(body, StandardCharsets.UTF_8);
            shown.append("\n    ").append(text, 0, Math.min(text.length(), MAX_SHOWN));
        }
        return shown.toString();
    }
}
