package dev.millrace.itests.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;

/** Sends request after request to one server. The same seed makes the same choices as long as the responses are the same. */
final class Fuzzer {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SOCKET = "/ws/";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final Random random;
    private final List<Operation> operations;
    private final FuzzCaller nobody;
    private final FuzzCaller user;
    private final FuzzCaller admin;
    private final RequestGenerator requests;
    private final ResponseChecker judge;
    private final Findings findings = new Findings();
    private final Map<Integer, Integer> byStatus = new TreeMap<>();

    Fuzzer(URI server, long seed) {
        this.server = server;
        random = new Random(seed);
        ApiClient apiClient = ApiClient.at(server);
        ApiDocument document =
                ApiDocument.of(apiClient.get("api/openapi.yaml").expecting(200).text());
        operations = document.operations().stream()
                .filter(operation -> !operation.path().startsWith(SOCKET))
                .toList();
        Supplier<SignedInClient> signIn = () -> apiClient.signsIn("admin", FuzzStack.ADMIN_PASSWORD);
        String adminId = signIn.get().get("api/users/me").json().path("id").asText();
        Set<String> spared = Set.of("admin", adminId);
        requests = new RequestGenerator(new ValueGenerator(document, random), random);
        judge = new ResponseChecker(new ResponseSchemas(document));
        nobody = new FuzzCaller("nobody", new KnownValues(spared), null);
        user = new FuzzCaller("a user", new KnownValues(spared), apiClient::signedIn);
        admin = new FuzzCaller("an admin", new KnownValues(spared), signIn);
    }

    /** Sends one request and checks the response. */
    void once() {
        Operation operation = operations.get(random.nextInt(operations.size()));
        FuzzCaller caller = caller(operation);
        FuzzRequest request = requests.next(operation, caller.known());
        ResponseChecker.CheckedResponse answer = send(request, caller);
        byStatus.merge(answer.status(), 1, Integer::sum);
        judge.faultsOf(operation, answer).forEach(fault -> findings.add(caller.name(), request, fault, answer));
        if (answer.status() == 401) {
            caller.signedOut();
        }
        learn(operation, caller, answer);
    }

    Findings findings() {
        return findings;
    }

    /** How many responses had each status. */
    Map<Integer, Integer> byStatus() {
        return byStatus;
    }

    private FuzzCaller caller(Operation operation) {
        if (random.nextInt(20) == 0) {
            return nobody;
        }
        boolean asAdmin = random.nextInt(10) < (operation.isForAdmins() ? 9 : 3);
        return asAdmin ? admin : user;
    }

    private ResponseChecker.CheckedResponse send(FuzzRequest request, FuzzCaller caller) {
        try {
            HttpResponse<InputStream> response =
                    http.send(request.at(server, caller.token()), BodyHandlers.ofInputStream());
            String mediaType = response.headers()
                    .firstValue("Content-Type")
                    .map(type -> type.split(";")[0].trim())
                    .orElse("");
            try (InputStream body = response.body()) {
                String text = mediaType.equals("text/event-stream")
                        ? null
                        : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                return new ResponseChecker.CheckedResponse(response.statusCode(), mediaType, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void learn(Operation operation, FuzzCaller caller, ResponseChecker.CheckedResponse answer) {
        if (answer.status() < 300 && answer.mediaType().endsWith("json")) {
            try {
                caller.known().learn(operation.resource(), JSON.readTree(answer.body()));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e); // the checker has reported it already
            }
        }
    }
}
