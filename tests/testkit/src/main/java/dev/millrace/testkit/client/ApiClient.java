package dev.millrace.testkit.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A client of one server that has not signed in. */
public final class ApiClient {
    /** The password of all test users, also the first admin's. */
    public static final String PASSWORD = "correct horse battery staple";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final HttpClient HTTP_1 =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpClient http;
    private final URI base;
    private final Duration timeout;
    private final Map<String, String> headers;

    private ApiClient(HttpClient http, URI base, Duration timeout, Map<String, String> headers) {
        this.http = http;
        this.base = base;
        this.timeout = timeout;
        this.headers = headers;
    }

    /** Makes a client of the application at that address, which ends with a slash. */
    public static ApiClient at(URI base) {
        return new ApiClient(HTTP, base, TIMEOUT, Map.of());
    }

    /** Clients that call at the same moment over HTTP/1.1: each call has a connection of its own. */
    public static ApiClient manyAt(URI base) {
        return new ApiClient(HTTP_1, base, TIMEOUT, Map.of());
    }

    /** The same client with another limit for each response. */
    public ApiClient withTimeout(Duration limit) {
        return new ApiClient(http, base, limit, headers);
    }

    /** The root of the application, with a closing slash. */
    public URI address() {
        return base;
    }

    public HttpClient http() {
        return http;
    }

    /** The same with one header more in all requests. */
    public ApiClient with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ApiClient(http, base, timeout, more);
    }

    /** Registers under a new name and signs in. */
    public SignedInClient signedIn() {
        String name = "u" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        registers(name).expecting(201);
        return signsIn(name, PASSWORD);
    }

    /** The first admin, signed in. */
    public SignedInClient admin() {
        return signsIn("admin", PASSWORD);
    }

    /** Signs in once more, as on another device. */
    public SignedInClient signsInAgain(SignedInClient somebody) {
        return signsIn(somebody.name(), PASSWORD);
    }

    public ApiResponse registers(String name) {
        return post(
                "api/users",
                TestJson.object()
                        .put("username", name)
                        .put("email", name + "@example.org")
                        .put("password", PASSWORD)
                        .put("firstName", "Mill")
                        .put("lastName", "Wright")
                        .toString());
    }

    public SignedInClient signsIn(String name, String password) {
        ApiResponse answer = triesToSignIn(name, password).expecting(200);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return new SignedInClient(this, name, answer.json().path("accessToken").asText(), cookie);
    }

    /** Signs in once more, if the server allows it. */
    public ApiResponse triesToSignInAgain(SignedInClient somebody) {
        return triesToSignIn(somebody.name(), PASSWORD);
    }

    private ApiResponse triesToSignIn(String name, String password) {
        return post(
                "api/auth/login",
                TestJson.object()
                        .put("username", name)
                        .put("password", password)
                        .toString());
    }

    /** Opens a socket with a ticket that may be invalid. */
    public LiveSocket opensSocket(String ticket) {
        return LiveSocket.open(http, base, ticket, null);
    }

    /** @param headers names and values in turn */
    public ApiResponse get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public ApiResponse post(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
        headers.forEach(request::header);
        return request;
    }

    ApiResponse send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new ApiResponse(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    LiveSocket opensSocket(String ticket, String since) {
        return LiveSocket.open(http, base, ticket, since);
    }

    LiveSocket opensSocket(String query, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(more);
        return LiveSocket.openWith(http, base, query, all);
    }

    EventStream opensStream(HttpRequest request) {
        return EventStream.open(http, request);
    }
}
