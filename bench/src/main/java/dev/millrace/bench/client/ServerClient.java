package dev.millrace.bench.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A client of one server, for requests outside of the load. */
public final class ServerClient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String PASSWORD = "correct horse battery staple";

    /** Not HTTP/2, which browsers do not speak either without TLS. */
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;

    /** @param base root of the application, with a closing slash */
    public ServerClient(URI base) {
        this.base = base;
    }

    URI base() {
        return base;
    }

    HttpClient http() {
        return http;
    }

    /** Registers a user under a new name and signs in. */
    public BenchUser newPerson() {
        String name = "b" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        send(request("api/users", null)
                .POST(BodyPublishers.ofString("{\"username\":\"" + name + "\",\"email\":\"" + name
                        + "@example.org\",\"password\":\"" + PASSWORD + "\"}")));
        return signIn(name, PASSWORD);
    }

    public BenchUser signIn(String name, String password) {
        JsonNode answer = send(request("api/auth/login", null)
                .POST(BodyPublishers.ofString("{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}")));
        return new BenchUser(this, answer.path("accessToken").asText());
    }

    JsonNode get(String path, String token) {
        return send(request(path, token));
    }

    JsonNode put(String path, String token, String body) {
        return send(request(path, token).PUT(BodyPublishers.ofString(body)));
    }

    JsonNode post(String path, String token, String body) {
        return send(request(path, token).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Content-Type", "application/json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<String> answer = http.send(built, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(built.method() + " " + built.uri() + " is answered "
                        + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(built.method() + " " + built.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
