package dev.millrace.itests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.client.SignedInClient;
import dev.millrace.testkit.server.Stack;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(SharedStack.class)
class BadInputIT {
    private final ApiClient apiClient;

    BadInputIT(Stack stack) {
        apiClient = ApiClient.at(stack.server().address());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"type\":\"grind_coffee\",\"parameters\":{}}",
                "400 | {\"type\":\"reverse_string\",\"parameters\":{\"text\":\"\"}}",
                "400 | {\"type\":\"reverse_string\",\"parameters\":{}}",
                "400 | {\"type\":\"reverse_string\"}",
                "400 | {\"parameters\":{\"text\":\"mill\"}}",
                "400 | {\"type\":\"reverse_string\",\"parameters\":{\"text\":\"mill\"},\"priority\":10}",
                "400 | {\"type\":\"reverse_string\",\"parameters\":{\"text\":\"mill\"},\"runAt\":\"tomorrow\"}",
                "400 | {\"type\":\"reverse_string\",\"parameters\":{\"text\":\"mill\"",
                "400 | {\"type\":\"reverse_string\",\"parameters\":{\"text\":\"mill\"},\"runAt\":\"9999-12-31T23:59:59-00:01\"}",
                "400 | {\"type\":\"reverse_string\",\"parameters\":{\"text\":\"mill\"},\"runAt\":\"0000-01-01T00:00:00+18:00\"}",
                "400 | [1,2",
                "400 | 'mill'",
                "400 | ''"
            })
    void an_invalid_task_is_rejected_with_a_problem(int status, String body) {
        SignedInClient somebody = apiClient.signedIn();

        var answer = somebody.post("api/tasks", body);

        assertThat(answer.expecting(status).problem()).isNotEmpty();
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(somebody.tasks("")).isEmpty();
    }

    @Test
    void each_fault_of_the_parameters_has_its_pointer() {
        var answer = apiClient
                .signedIn()
                .post(
                        "api/tasks",
                        "{\"type\":\"generate_random_number\",\"parameters\":{\"min_value\":\"x\",\"max_value\":\"y\"}}");

        assertThat(answer.expecting(400).pointers())
                .containsExactlyInAnyOrder("/parameters/min_value", "/parameters/max_value");
    }

    @Test
    void a_body_over_two_megabytes_is_rejected() {
        String text = "x".repeat(2 * 1024 * 1024 + 1);

        var answer = apiClient
                .signedIn()
                .post("api/tasks", "{\"type\":\"reverse_string\",\"parameters\":{\"text\":\"" + text + "\"}}");

        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/tasks", "api/task-types", "api/users/me"})
    void a_missing_token_is_401(String path) {
        assertThat(apiClient.get(path).status()).isEqualTo(401);
    }

    @Test
    void an_altered_token_is_401() {
        SignedInClient somebody = apiClient.signedIn();
        String token = somebody.token();
        char last = token.charAt(token.length() - 20);
        String altered = token.substring(0, token.length() - 20)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() - 19);

        assertThat(somebody.withToken(altered).get("api/tasks").status()).isEqualTo(401);
        assertThat(somebody.withToken("nonsense").get("api/tasks").status()).isEqualTo(401);
    }

    @Test
    void an_admins_resource_is_403_for_others() {
        assertThat(apiClient.signedIn().get("api/admin/overview").status()).isEqualTo(403);
    }

    @Test
    void a_taken_name_is_409() {
        SignedInClient first = apiClient.signedIn();

        assertThat(apiClient.registers(first.name()).expecting(409).problem()).isNotEmpty();
    }

    @Test
    void a_wrong_password_is_401() {
        SignedInClient somebody = apiClient.signedIn();

        var answer = apiClient.post(
                "api/auth/login", "{\"username\":\"" + somebody.name() + "\",\"password\":\"not the password\"}");

        assertThat(answer.expecting(401).problem()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", ""})
    void a_ticket_that_was_never_given_closes_with_1008(String ticket) {
        assertThat(apiClient.opensSocket(ticket).closedWith()).isEqualTo(1008);
    }

    @Test
    void a_used_ticket_closes_with_1008() {
        String ticket = apiClient.signedIn().ticket();

        apiClient.opensSocket(ticket).inbox().next("ready");

        assertThat(apiClient.opensSocket(ticket).closedWith()).isEqualTo(1008);
    }

    @Test
    void a_message_that_is_none_closes_with_4400() {
        var socket = apiClient.signedIn().opensSocket(null);
        socket.inbox().next("ready");

        socket.send("{\"type\":");

        assertThat(socket.closedWith()).isEqualTo(4400);
    }
}
