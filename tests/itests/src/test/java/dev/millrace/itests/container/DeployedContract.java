package dev.millrace.itests.container;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.Event;
import dev.millrace.testkit.client.LiveSocket;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.server.WorkerProcess;

import static dev.millrace.testkit.client.EventKinds.PONG;
import static dev.millrace.testkit.client.EventKinds.QUEUED;
import static dev.millrace.testkit.client.EventKinds.READY;
import static dev.millrace.testkit.client.EventKinds.RENEWED;
import static dev.millrace.testkit.client.EventKinds.RUNNING;
import static dev.millrace.testkit.client.EventKinds.SUCCEEDED;
import static dev.millrace.testkit.client.EventKinds.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The behaviour of the deployed archive towards its clients, the same in every container. */
@ArquillianTest
public abstract class DeployedContract extends ErrorAnswers {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String MILL = "{\"text\":\"mill\"}";
    private static final String THERE_AND_BACK =
            """
            {"name": "There and back", "tasks": [
              {"id": "there", "type": "reverse_string", "parameters": {"text": "mill"}},
              {"id": "back", "type": "reverse_string", "needs": ["there"],
               "parameters": {"text": {"$result": "there", "pointer": "/reversedText"}}}]}""";
    private static final String EVERY_MINUTE =
            """
            {"name": "Every minute", "type": "reverse_string", "parameters": {"text": "mill"},
             "cron": "* * * * *", "timeZone": "UTC", "overlap": "ALLOW"}""";

    private static WorkerProcess worker;

    @ArquillianResource
    private URI base;

    @BeforeAll
    static void startWorker() {
        worker = new WorkerProcess(ContainerSetup.container() + "-worker", ContainerSetup.redisUrl());
        worker.start();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    @Test
    void a_call_without_a_token_is_401() {
        assertThat(apiClient().get("api/users/me").status()).isEqualTo(401);
        assertThat(apiClient().get("api/events").expecting(401).problem()).isEqualTo("unauthenticated");
    }

    @Test
    void a_call_with_a_token_that_we_never_signed_is_401() {
        SignedInClient somebody = apiClient().signedIn();
        String forged = somebody.token().replaceFirst("\\.[^.]*$", ".AAAA");

        assertThat(somebody.withToken(forged).get("api/users/me").status()).isEqualTo(401);
        assertThat(somebody.withToken(forged).get("api/events").status()).isEqualTo(401);
    }

    @Test
    void a_call_with_a_good_token_is_answered() {
        SignedInClient somebody = apiClient().signedIn();

        assertThat(somebody.get("api/users/me")
                        .expecting(200)
                        .json()
                        .path("username")
                        .asText())
                .isEqualTo(somebody.name());
    }

    @Test
    void a_call_without_the_role_is_403() {
        assertThat(apiClient().signedIn().get("api/admin/overview").status()).isEqualTo(403);
    }

    @Test
    void a_result_from_a_worker_process_reaches_its_owners_socket() {
        SignedInClient owner = apiClient().signedIn().listening();
        SignedInClient otherUser = apiClient().signedIn().listening();

        String task = submits(owner);

        assertThat(owner.next(SUCCEEDED).result()).isEqualTo("{\"reversedText\":\"llim\"}");
        assertThat(owner.inbox().states(task)).containsExactly(WAITING, QUEUED, RUNNING, SUCCEEDED);
        assertThat(otherUser.received()).isEmpty();
    }

    @Test
    void a_reconnected_client_receives_missed_events() {
        SignedInClient owner = apiClient().signedIn().listening();
        submits(owner);
        Event last = owner.next(SUCCEEDED);
        String missed = submits(owner);
        owner.next(SUCCEEDED);

        try (LiveSocket resumed = owner.opensSocket(last.id())) {
            assertThat(resumed.inbox().next(READY).data().path("recovered").asBoolean())
                    .isTrue();
            resumed.inbox().next(SUCCEEDED);

            assertThat(resumed.inbox().states(missed)).containsExactly(WAITING, QUEUED, RUNNING, SUCCEEDED);
            assertThat(resumed.inbox().received()).extracting(Event::taskId).containsOnly(missed);
        }
    }

    @Test
    void server_sent_events_deliver_the_same_and_resume_as_well() {
        SignedInClient owner = apiClient().signedIn();
        String task;
        Event first;
        try (var stream = owner.opensStream(null)) {
            stream.inbox().next(READY);
            task = submits(owner);
            first = stream.inbox().next(WAITING);
            stream.inbox().next(SUCCEEDED);
            assertThat(stream.inbox().states(task)).containsExactly(WAITING, QUEUED, RUNNING, SUCCEEDED);
        }

        try (var resumed = owner.opensStream(first.id())) {
            resumed.inbox().next(SUCCEEDED);
            assertThat(resumed.inbox().states(task)).containsExactly(QUEUED, RUNNING, SUCCEEDED);
        }
    }

    @Test
    void a_ticket_opens_one_session() {
        String ticket = apiClient().signedIn().ticket();

        try (LiveSocket first = apiClient().opensSocket(ticket)) {
            first.inbox().next(READY);

            assertThat(apiClient().opensSocket(ticket).closedWith()).isEqualTo(1008);
            assertThat(apiClient().opensSocket("unknown").closedWith()).isEqualTo(1008);
        }
    }

    @Test
    void a_program_may_open_a_session_with_its_token() {
        try (LiveSocket socket = apiClient().signedIn().opensSocketWithToken()) {
            socket.inbox().next(READY);
            socket.send("{\"type\":\"ping\"}");

            assertThat(socket.inbox().next(PONG).id()).isNotEmpty();
        }
    }

    @Test
    void a_page_of_a_foreign_origin_is_rejected() {
        SignedInClient somebody = apiClient().signedIn();
        String own = base.getScheme() + "://" + base.getAuthority();

        assertThat(somebody.opensSocketFrom("http://evil.example").closedWith()).isEqualTo(1008);
        try (LiveSocket socket = somebody.opensSocketFrom(own)) {
            socket.inbox().next(READY);
        }
    }

    @Test
    void a_message_that_is_none_closes_with_4400_and_one_that_is_too_big_with_1009() {
        SignedInClient somebody = apiClient().signedIn();
        LiveSocket first = somebody.opensSocket(null);
        LiveSocket second = somebody.opensSocket(null);

        first.send("{\"type\":");
        second.send("{\"type\":\"ping\",\"x\":\"" + "x".repeat(10_000) + "\"}");

        assertThat(first.closedWith()).isEqualTo(4400);
        assertThat(second.closedWith()).isEqualTo(1009);
    }

    @Test
    void a_session_ends_with_its_token_unless_it_is_renewed() {
        SignedInClient somebody = apiClient().signedIn();
        Instant soon = Instant.now().plus(Duration.ofSeconds(4));
        SignedInClient shortly = somebody.withToken(SignedTokens.ending(somebody.token(), soon));
        LiveSocket left = shortly.opensSocket(null);
        LiveSocket renewed = shortly.opensSocket(null);
        String first = renewed.inbox().next(READY).data().path("expiresAt").asText();

        renewed.send("{\"type\":\"renew\",\"ticket\":\"" + somebody.ticket() + "\"}");

        String then = renewed.inbox().next(RENEWED).data().path("expiresAt").asText();
        assertThat(Instant.parse(then)).isAfter(Instant.parse(first));
        assertThat(left.closedWith()).isEqualTo(1008);
        renewed.send("{\"type\":\"ping\"}");
        renewed.inbox().next(PONG);
        renewed.close();
    }

    @Test
    void signing_out_ends_the_sessions_of_that_sign_in_only() {
        SignedInClient here = apiClient().signedIn().listening();
        SignedInClient elsewhere = apiClient().signsInAgain(here).listening();

        LiveSocket tab = here.opensSocket(null);
        here.signsOut();

        assertThat(tab.closedWith()).isEqualTo(1008);
        assertThat(here.post("api/ws-tickets", "").status()).isEqualTo(401);
        assertThat(elsewhere.ticket()).isNotEmpty();
        String task = submits(elsewhere);
        assertThat(elsewhere.next(SUCCEEDED).taskId()).isEqualTo(task);
    }

    @Test
    void signing_out_everywhere_ends_every_session() {
        SignedInClient here = apiClient().signedIn();
        SignedInClient elsewhere = apiClient().signsInAgain(here);
        LiveSocket socket = elsewhere.opensSocket(null);
        var sessions = here.get("api/users/me/sessions").expecting(200).json().path("items");
        assertThat(sessions).hasSize(2);
        assertThat(sessions.get(1).path("current").asBoolean()).isTrue();

        here.delete("api/users/me/sessions").expecting(204);

        assertThat(socket.closedWith()).isEqualTo(1008);
        assertThat(elsewhere.get("api/users/me").status()).isEqualTo(401);
        assertThat(elsewhere.staysSignedIn().status()).isEqualTo(401);
    }

    @Test
    void an_api_token_serves_scripts_within_its_scopes_until_it_is_revoked() {
        SignedInClient owner = apiClient().signedIn();
        SignedInClient reader = owner.withToken(apiToken(owner, "tasks:read"));
        SignedInClient writer = owner.withToken(apiToken(owner, "tasks:write"));

        writer.post("api/tasks", "{\"type\":\"reverse_string\",\"parameters\":" + MILL + "}")
                .expecting(202);
        assertThat(reader.get("api/tasks").expecting(200).json().path("items")).hasSize(1);
        assertThat(writer.get("api/tasks").expecting(403).problem()).isEqualTo("token-not-allowed");
        assertThat(reader.post("api/tasks", "{}").expecting(403).problem()).isEqualTo("token-not-allowed");
        for (String closed : List.of("api/users/me", "api/users/me/tokens", "api/users/me/sessions")) {
            assertThat(reader.get(closed).expecting(403).problem()).isEqualTo("token-not-allowed");
        }
        assertThat(reader.post("api/ws-tickets", "").status()).isEqualTo(403);
        LiveSocket socket = reader.opensSocketWithToken();
        socket.inbox().next(READY);

        var tokens = owner.get("api/users/me/tokens").expecting(200).json().path("items");
        tokens.forEach(token ->
                owner.delete("api/users/me/tokens/" + token.path("id").asText()).expecting(204));

        assertThat(socket.closedWith()).isEqualTo(1008);
        assertThat(reader.get("api/tasks").status()).isEqualTo(401);
        assertThat(owner.get("api/tasks").status()).isEqualTo(200);
    }

    @Test
    void an_admin_s_api_token_is_no_admin() {
        SignedInClient admin = admin();

        assertThat(admin.withToken(apiToken(admin, "tasks:read"))
                        .get("api/admin/users")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_admin_signs_a_user_out_and_decides_whether_api_tokens_end() {
        SignedInClient somebody = apiClient().signedIn();
        SignedInClient script = somebody.withToken(apiToken(somebody, "tasks:read"));
        String signOut = "api/admin/users/" + id(somebody) + "/sign-out";

        admin().post(signOut, "{\"endApiTokens\":false}").expecting(204);
        assertThat(somebody.get("api/users/me").status()).isEqualTo(401);
        assertThat(script.get("api/tasks").status()).isEqualTo(200);
        admin().post(signOut, "").expecting(204);

        assertThat(script.get("api/tasks").status()).isEqualTo(401);
    }

    @Test
    void an_auditor_reads_everything_an_admin_reads_and_changes_nothing() {
        SignedInClient somebody = apiClient().signedIn();
        admin().patch("api/admin/users/" + id(somebody), "{\"roles\":[\"auditor\"]}")
                .expecting(200);
        SignedInClient auditor = apiClient().signsInAgain(somebody);

        for (String page : List.of(
                "overview", "queues", "task-types", "tasks", "users", "audit", "failures", "rejected", "system")) {
            auditor.get("api/admin/" + page).expecting(200);
        }
        assertThat(auditor.get("api/admin/audit.csv").expecting(200).text()).startsWith("\"at\",\"actor\",");
        assertThat(auditor.post("api/admin/queues/default/pause", "").status()).isEqualTo(403);
        assertThat(auditor.patch("api/admin/users/" + id(auditor), "{\"roles\":[\"admin\"]}")
                        .status())
                .isEqualTo(403);
        assertThat(auditor.delete("api/admin/rejected/announcements/1-1").status())
                .isEqualTo(403);
        assertThat(somebody.get("api/admin/users").status()).isEqualTo(403);
    }

    @Test
    void a_disabled_user_loses_access_at_once_and_the_change_is_audited() {
        SignedInClient somebody = apiClient().signedIn();
        SignedInClient script = somebody.withToken(apiToken(somebody, "tasks:read"));
        LiveSocket socket = somebody.opensSocket(null);
        LiveSocket scripts = script.opensSocketWithToken();
        SignedInClient admin = admin();

        admin.patch("api/admin/users/" + id(somebody), "{\"disabled\":true}").expecting(200);

        assertThat(socket.closedWith()).isEqualTo(1008);
        assertThat(scripts.closedWith()).isEqualTo(1008);
        assertThat(somebody.get("api/users/me").status()).isEqualTo(401);
        assertThat(script.get("api/tasks").status()).isEqualTo(401);
        assertThat(somebody.staysSignedIn().status()).isEqualTo(401);
        assertThat(apiClient().triesToSignInAgain(somebody).expecting(403).problem())
                .isEqualTo("account-disabled");
        var log = admin.get("api/admin/audit?target=" + somebody.name())
                .expecting(200)
                .json()
                .path("items");
        assertThat(log)
                .extracting(entry -> entry.path("action").asText())
                .containsExactly("session.refused", "user.disable", "account.register");
        assertThat(log.get(1).path("actor").asText()).isEqualTo("admin");
    }

    @Test
    void an_admin_sees_the_owner_of_a_task_and_actions_on_it_are_audited() {
        SignedInClient owner = apiClient().signedIn().listening();
        SignedInClient admin = admin();
        String task = submits(owner);
        owner.next(SUCCEEDED);

        var listed =
                admin.get("api/admin/tasks?user=" + owner.name()).expecting(200).json();
        assertThat(listed.path("items").get(0).path("ownerName").asText()).isEqualTo(owner.name());
        var detail = admin.get("api/admin/tasks/" + task).expecting(200).json();
        assertThat(detail.path("ownerName").asText()).isEqualTo(owner.name());
        assertThat(owner.task(task).has("ownerName")).isFalse();
        admin.delete("api/admin/tasks/" + task).expecting(204);

        var log = admin.get("api/admin/audit?target=" + task)
                .expecting(200)
                .json()
                .path("items");
        assertThat(log).hasSize(1);
        assertThat(log.get(0).path("action").asText()).isEqualTo("task.delete");
        assertThat(log.get(0).path("details").asText()).isEqualTo("reverse_string of " + owner.name());
    }

    @Test
    void an_operator_sees_the_running_system_and_no_secret() {
        var system = admin().get("api/admin/system").expecting(200).json();

        assertThat(system.path("nodes")).hasSize(1);
        assertThat(system.path("nodes").get(0).path("self").asBoolean()).isTrue();
        assertThat(system.path("redis").path("reachable").asBoolean()).isTrue();
        assertThat(system.path("database").path("product").asText()).isEqualTo("H2");
        assertThat(system.path("version").asText()).doesNotContain("$");
        assertThat(system.path("configuration"))
                .anySatisfy(setting -> assertThat(setting.path("key").asText()).isEqualTo("millrace.admin.password"));
        assertThat(system.toString()).contains("••••").doesNotContain(ContainerSetup.ADMIN_PASSWORD);
    }

    @Test
    void the_microprofile_address_redirects_to_the_whole_document() throws IOException {
        String location = apiClient()
                .get("openapi")
                .expecting(302)
                .headers()
                .firstValue("Location")
                .orElseThrow();

        String document = apiClient().get(location).expecting(200).text();

        assertThat(document)
                .contains("/ws/notifications", "/api/tasks/{id}", "TimelineEntry", "urn:millrace:problem:", "bearer")
                .isEqualTo(
                        Files.readString(BuildOutput.ROOT.resolve("web-module/target/classes/META-INF/openapi.yaml")));
    }

    @Test
    void every_call_of_the_contract_rejects_an_unknown_query_parameter() {
        SignedInClient admin = admin();
        List<ApiCall> calls =
                ApiCall.in(apiClient().get("api/openapi.yaml").expecting(200).text());

        assertThat(calls).hasSizeGreaterThan(70).allSatisfy(call -> {
            var answer = admin.sends(call.method(), call.somewhere() + "?nonsense=secret", "{}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.pointers()).containsExactly("?nonsense");
            assertThat(answer.text()).doesNotContain("secret");
        });
    }

    @Test
    void an_ambiguous_query_parameter_is_rejected() {
        SignedInClient somebody = apiClient().signedIn();
        Map<String, String> pointers = Map.of(
                "limit=5&limit=6", "?limit",
                "limit=", "?limit",
                "state=", "?state",
                "state=FAILED,", "?state",
                "text=%E0%80", "?text",
                "from=9999-12-31T23:59:59-00:01", "?from");

        assertThat(pointers).allSatisfy((query, pointer) -> assertThat(
                        somebody.get("api/tasks?" + query).expecting(400).pointers())
                .containsExactly(pointer));
    }

    @Test
    void options_is_a_method_like_any_that_the_document_does_not_name() {
        SignedInClient somebody = apiClient().signedIn();

        assertThat(List.of("api/tasks", "api/admin/users", "api/task-types", "api/none"))
                .allSatisfy(path -> {
                    var answer = somebody.sends("OPTIONS", path, "");
                    assertThat(answer.expecting(405).problem()).isEqualTo("method-not-allowed");
                    assertThat(answer.text() + answer.headers().map())
                            .doesNotContainIgnoringCase("jersey", "wadl", "resteasy");
                });
    }

    @Test
    void no_server_describes_the_api_in_its_own_way() {
        assertThat(apiClient().signedIn().get("api/application.wadl").status()).isEqualTo(404);
    }

    @Test
    void a_duplicate_property_is_rejected_with_its_pointer() {
        var answer = apiClient()
                .signedIn()
                .post("api/tasks", "{\"type\":\"reverse_string\",\"parameters\":{\"text\":\"a\",\"text\":\"b\"}}");

        assertThat(answer.expecting(400).pointers()).containsExactly("/parameters/text");
    }

    @Test
    void an_admin_declares_a_queue_before_its_tasks_and_deletes_it_once_unused() {
        SignedInClient admin = admin();
        SignedInClient somebody = apiClient().signedIn();
        String task = "{\"type\": \"reverse_string\", \"parameters\": " + MILL + ", \"queue\": \"by-hand\"}";
        String batch = "{\"tasks\": [" + task + "]}";
        String flow = "{\"name\": \"f\", \"tasks\": [{\"id\": \"a\", " + task.substring(1) + "]}";
        String schedule = "{\"name\": \"s\", \"cron\": \"@daily\", " + task.substring(1);
        somebody.awaitsType("reverse_string");

        assertThat(somebody.post("api/tasks", task).expecting(400).pointers()).containsExactly("/queue");
        assertThat(somebody.post("api/tasks/batch", batch).expecting(400).pointers())
                .containsExactly("/tasks/0/queue");
        assertThat(somebody.post("api/workflows", flow).expecting(400).pointers())
                .containsExactly("/tasks/0/queue");
        assertThat(somebody.post("api/schedules", schedule).expecting(400).pointers())
                .containsExactly("/queue");

        var queue = admin.post("api/admin/queues", "{\"name\": \"by-hand\"}")
                .expecting(201)
                .json();
        assertThat(queue.path("declaredByAdmin").asBoolean()).isTrue();
        assertThat(queue.path("madeByAdmin").asBoolean()).isTrue(); // the name until 0.2
        assertThat(queue.path("parked")).isEqualTo(queue.path("kept"));
        var waiting = somebody.post("api/tasks", task).expecting(202).json();
        assertThat(waiting.path("notice").asText()).contains("No live worker reads the queue 'by-hand'");
        assertThat(admin.delete("api/admin/queues/by-hand").expecting(409).problem())
                .isEqualTo("queue-in-use");

        somebody.post("api/tasks/" + waiting.path("id").asText() + "/cancel", "")
                .expecting(202);
        admin.delete("api/admin/queues/by-hand").expecting(204);
        assertThat(somebody.post("api/tasks", task).status()).isEqualTo(400);
        assertThat(admin.delete("api/admin/queues/by-hand").expecting(404).problem())
                .isEqualTo("queue-not-found");
    }

    @Test
    void the_health_resource_shows_the_state_of_each_part() {
        var health = apiClient().get("api/health").expecting(200).json();

        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.path("database").asText()).isEqualTo("UP");
        assertThat(health.path("redis").asText()).isEqualTo("UP");
        await().atMost(LIMIT).until(() -> apiClient()
                .get("api/health")
                .expecting(200)
                .json()
                .path("leadership")
                .asText()
                .equals("UP"));
    }

    @Test
    void a_console_sees_queues_workers_dispatcher_and_push() throws IOException {
        SignedInClient listener = apiClient().signedIn().listening();
        listener.awaitsType("reverse_string");

        try (JmxClient console = JmxClient.attached()) {
            await().atMost(LIMIT).untilAsserted(() -> assertThat(console.kinds())
                    .containsExactlyInAnyOrder("Dispatcher", "Push", "Queue", "Worker"));
            assertThat(console.read("type=Dispatcher", "DatabaseUp")).isEqualTo(true);
            await().atMost(LIMIT)
                    .until(() -> console.read("type=Dispatcher", "Leads") instanceof String[] led && led.length > 0);
            await().atMost(LIMIT).until(() -> console.read("type=Queue,name=\"default\"", "Waiting") != null);
            assertThat((int) console.read("type=Worker,*", "Slots")).isEqualTo(2);
            assertThat((int) console.read("type=Push", "Connections")).isPositive();
            assertThat((long) console.read("type=Push", "Frames")).isPositive();
        }
    }

    @Test
    void prometheus_reads_finished_tasks_and_health() {
        submits(apiClient().signedIn());

        await().atMost(LIMIT).untilAsserted(() -> {
            var answer = apiClient().get("metrics").expecting(200);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
            assertThat(answer.text())
                    .contains("millrace_tasks_finished_total{outcome=\"succeeded\"")
                    .contains("millrace_database_up 1.0", "millrace_push_connections", "jvm_memory_used_bytes");
        });
    }

    @Test
    void an_admin_sees_workers_and_statistics() {
        SignedInClient admin = admin();
        submits(apiClient().signedIn());

        assertThat(admin.get("api/admin/workers").expecting(200).json().path("items"))
                .isNotEmpty();
        await().atMost(LIMIT)
                .until(() -> admin.get("api/admin/statistics?window=1h")
                                .expecting(200)
                                .json()
                                .path("totals")
                                .path("succeeded")
                                .asLong()
                        > 0);
        assertThat(apiClient().signedIn().get("api/admin/statistics").status()).isEqualTo(403);
    }

    @Test
    void pages_are_served_with_a_strict_policy() {
        var page = apiClient().get("").expecting(200);
        var docs = apiClient().get("api/docs").expecting(200);

        for (var answer : List.of(page, docs)) {
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("script-src 'self';").contains("frame-ancestors 'none'"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.text()).doesNotContain("<script>");
        }
    }

    @Test
    void a_workflow_passes_a_result_on_and_its_owner_gets_events() {
        SignedInClient owner = apiClient().signedIn().listening();

        owner.awaitsType("reverse_string");
        String workflow = owner.post("api/workflows", THERE_AND_BACK)
                .expecting(202)
                .json()
                .path("id")
                .asText();

        Event end = owner.inbox().nextOf("dev.millrace.workflow.succeeded");
        assertThat(end.json().path("subject").asText()).isEqualTo(workflow);
        assertThat(end.data().path("progress").asDouble()).isEqualTo(1);
        var graph = owner.get("api/workflows/" + workflow).expecting(200).json();
        var back = owner.task(graph.path("tasks").path(1).path("taskId").asText());
        assertThat(back.path("result").path("reversedText").asText()).isEqualTo("mill");
        assertThat(back.path("workflow").asText()).isEqualTo(workflow);
        assertThat(apiClient().signedIn().get("api/workflows/" + workflow).status())
                .isEqualTo(404);
    }

    @Test
    void a_schedule_runs_on_demand_and_when_it_is_due() {
        SignedInClient owner = apiClient().signedIn().listening();
        owner.awaitsType("reverse_string");
        String schedule = "api/schedules/"
                + owner.post("api/schedules", EVERY_MINUTE)
                        .expecting(201)
                        .json()
                        .path("id")
                        .asText();

        owner.post(schedule + "/run-now", "").expecting(202);
        Event started = owner.next(SUCCEEDED);
        Event due = owner.next(SUCCEEDED);

        assertThat(due.taskId()).isNotEqualTo(started.taskId());
        assertThat(owner.get(schedule).expecting(200).json().path("runs").findValuesAsText("taskId"))
                .contains(started.taskId(), due.taskId());
        owner.post(schedule + "/pause", "").expecting(200);
    }

    private SignedInClient admin() {
        return apiClient().signsIn("admin", ContainerSetup.ADMIN_PASSWORD);
    }

    private static String id(SignedInClient somebody) {
        return somebody.get("api/users/me").expecting(200).json().path("id").asText();
    }

    private static String passwordOf(SignedInClient somebody) {
        return somebody.name().equals("admin") ? ContainerSetup.ADMIN_PASSWORD : ApiClient.PASSWORD;
    }

    private static String apiToken(SignedInClient owner, String scope) {
        String request =
                """
                {"name": "script", "expiresInDays": 1, "scopes": ["%s"], "currentPassword": "%s"}"""
                        .formatted(scope, passwordOf(owner));
        return owner.post("api/users/me/tokens", request)
                .expecting(201)
                .json()
                .path("token")
                .asText();
    }

    private String submits(SignedInClient owner) {
        owner.awaitsType("reverse_string");
        return owner.submits("reverse_string", MILL).path("id").asText();
    }

    @Override
    ApiClient apiClient() {
        return ApiClient.at(base);
    }

    @Override
    URI base() {
        return base;
    }
}
