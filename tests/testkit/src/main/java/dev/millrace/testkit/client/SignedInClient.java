package dev.millrace.testkit.client;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.awaitility.Awaitility.await;

/** A signed-in user. */
public final class SignedInClient {
    private final ApiClient apiClient;
    private final String name;
    private final String token;
    private final String cookie;
    private LiveSocket socket;

    SignedInClient(ApiClient apiClient, String name, String token, String cookie) {
        this.apiClient = apiClient;
        this.name = name;
        this.token = token;
        this.cookie = cookie;
    }

    public String name() {
        return name;
    }

    /** The client that this user has signed in with. */
    public ApiClient apiClient() {
        return apiClient;
    }

    public String token() {
        return token;
    }

    /** The same user, signed in already, at another server. */
    public SignedInClient at(ApiClient other) {
        return new SignedInClient(other, name, token, cookie);
    }

    /** The same name with another token. */
    public SignedInClient withToken(String other) {
        return new SignedInClient(apiClient, name, other, cookie);
    }

    /** Opens a socket and waits until the server says it is ready. */
    public SignedInClient listening() {
        socket = opensSocket(null);
        socket.inbox().next(EventKinds.READY);
        return this;
    }

    /** Opens one socket more, as from another tab; {@code since} is the last event seen, or null. */
    public LiveSocket opensSocket(String since) {
        return apiClient.opensSocket(ticket(), since);
    }

    /** Opens a socket with the token instead of a ticket, as programs can. */
    public LiveSocket opensSocketWithToken() {
        return apiClient.opensSocket("", Map.of("Authorization", "Bearer " + token));
    }

    /** Opens a socket as a page of that origin does. */
    public LiveSocket opensSocketFrom(String origin) {
        return apiClient.opensSocket("?ticket=" + ticket(), Map.of("Origin", origin));
    }

    public void signsOut() {
        apiClient
                .send(apiClient
                        .request("api/auth/logout")
                        .header("Cookie", cookie)
                        .POST(BodyPublishers.noBody()))
                .expecting(204);
    }

    /** Opens a stream of Server-Sent Events; {@code lastEventId} may be null. */
    public EventStream opensStream(String lastEventId) {
        var request = apiClient
                .request("api/events")
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return apiClient.opensStream(request.build());
    }

    public String ticket() {
        return post("api/ws-tickets", "").expecting(200).json().path("ticket").asText();
    }

    /** Submits and returns the task of the server's response. */
    public JsonNode submits(String type, String parameters) {
        return post("api/tasks", task(type, parameters).toString())
                .expecting(202)
                .json();
    }

    /** Submits the same task many times at once; returns their ids. */
    public List<String> submitsMany(int count, String type, String parameters) {
        ArrayNode tasks = TestJson.object().arrayNode().addAll(Collections.nCopies(count, task(type, parameters)));
        JsonNode items = post(
                        "api/tasks/batch", TestJson.object().set("tasks", tasks).toString())
                .expecting(202)
                .json()
                .path("items");
        List<String> ids = new ArrayList<>();
        items.forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    /** The next event of that kind on the socket of {@link #listening}. */
    public Event next(String kind) {
        return socket.inbox().next(kind);
    }

    /** All task events so far on the socket of {@link #listening}. */
    public List<Event> received() {
        return socket.inbox().received();
    }

    public ReceivedEvents inbox() {
        return socket.inbox();
    }

    /** A task with its timeline. */
    public JsonNode task(String id) {
        return get("api/tasks/" + id).expecting(200).json();
    }

    /** Waits until a worker offers the type. */
    public void awaitsType(String type) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            ApiResponse answer = get("api/task-types/" + type);
            return answer.status() == 200 && answer.json().path("workersOnline").asInt() > 0;
        });
    }

    /** All tasks of a filtered list, page by page. */
    public List<JsonNode> tasks(String filter) {
        List<JsonNode> all = new ArrayList<>();
        String path = "api/tasks?limit=100" + (filter.isEmpty() ? "" : "&" + filter);
        String cursor = "";
        do {
            JsonNode page = get(path + cursor).expecting(200).json();
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : null;
        } while (cursor != null);
        return all;
    }

    public ApiResponse get(String path) {
        return apiClient.send(apiClient.request(path).header("Authorization", "Bearer " + token));
    }

    /** Posts JSON; {@code headers} are names and values in turn. */
    public ApiResponse post(String path, String body, String... headers) {
        var request = apiClient
                .request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return apiClient.send(headers.length == 0 ? request : request.headers(headers));
    }

    public ApiResponse put(String path, String body) {
        return sends("PUT", path, body);
    }

    public ApiResponse patch(String path, String body) {
        return apiClient.send(apiClient
                .request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    public ApiResponse delete(String path) {
        return apiClient.send(apiClient
                .request(path)
                .header("Authorization", "Bearer " + token)
                .DELETE());
    }

    /** Sends any request; {@code body} is absent if the method has none. */
    public ApiResponse sends(String method, String path, String body) {
        boolean hasBody = !method.equals("GET") && !method.equals("DELETE");
        return apiClient.send(apiClient
                .request(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, hasBody ? BodyPublishers.ofString(body) : BodyPublishers.noBody()));
    }

    /** Requests the next tokens. */
    public ApiResponse staysSignedIn() {
        return apiClient.send(
                apiClient.request("api/auth/refresh").header("Cookie", cookie).POST(BodyPublishers.noBody()));
    }

    private static ObjectNode task(String type, String parameters) {
        return TestJson.object().put("type", type).set("parameters", TestJson.read(parameters));
    }
}
