package dev.millrace.request;

import java.time.Instant;
import java.util.List;

import jakarta.json.JsonValue;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ParseTaskRequestsTest {
    @Test
    void a_request_is_read_with_all_its_properties() {
        TaskRequest request = ParseTaskRequests.parseOne(
                """
                {"type": "reverse_string", "parameters": {"text": "mill"}, "priority": 9,
                 "runAt": "2026-01-01T01:00:00.5+01:00", "queue": "fast.queue-1"}
                """);

        assertThat(request.pointer()).isEmpty();
        assertThat(request.type()).isEqualTo("reverse_string");
        assertThat(request.parameters()).hasToString("{\"text\":\"mill\"}");
        assertThat(request.priority()).isEqualTo(9);
        assertThat(request.runAt()).isEqualTo(Instant.parse("2026-01-01T00:00:00.5Z"));
        assertThat(request.queue()).isEqualTo("fast.queue-1");
    }

    @Test
    void only_the_type_is_required() {
        TaskRequest request =
                ParseTaskRequests.parseOne("{\"type\": \"reverse_string\", \"priority\": null, \"runAt\": null}");

        assertThat(request.parameters()).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
        assertThat(request.priority()).isEqualTo(TaskRequest.DEFAULT_PRIORITY);
        assertThat(request.runAt()).isNull();
        assertThat(request.queue()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                        | /type",
                "{'type': null}                            | /type",
                "{'type': 7}                               | /type",
                "{'type': 'a', 'priority': -1}             | /priority",
                "{'type': 'a', 'priority': 10}             | /priority",
                "{'type': 'a', 'priority': 1.5}            | /priority",
                "{'type': 'a', 'priority': 1e1000000000}   | /priority",
                "{'type': 'a', 'priority': '5'}            | /priority",
                "{'type': 'a', 'runAt': 'tomorrow'}        | /runAt",
                "{'type': 'a', 'runAt': '2026-01-01T00:00:00'} | /runAt",
                "{'type': 'a', 'runAt': '+999999999-01-01T00:00:00Z'} | /runAt",
                "{'type': 'a', 'runAt': 1767225600}        | /runAt",
                "{'type': 'a', 'queue': 'No Queue'}        | /queue",
                "{'type': 'a', 'queue': ''}                | /queue",
                "{'type': 'a', 'timeoutSeconds': 0}        | /timeoutSeconds",
                "{'type': 'a', 'timeoutSeconds': 2592001}  | /timeoutSeconds",
                "{'type': 'a', 'maxAttempts': 0}           | /maxAttempts",
                "{'type': 'a', 'maxAttempts': 1001}        | /maxAttempts",
                "{'type': 'a', 'colour/x': 1}              | /colour~1x",
                "[]                                        | ''",
                "7                                         | ''",
            })
    void a_fault_has_its_pointer(String body, String pointer) {
        assertThat(pointersOf(() -> ParseTaskRequests.parseOne(json(body)))).containsExactly(pointer);
    }

    @Test
    void all_faults_are_reported_at_once() {
        assertThat(pointersOf(
                        () -> ParseTaskRequests.parseOne("{\"priority\": 11, \"runAt\": 1, \"queue\": 2, \"x\": 3}")))
                .containsExactlyInAnyOrder("/type", "/priority", "/runAt", "/queue", "/x");
    }

    @Test
    void a_batch_is_parsed_in_order_and_each_request_has_its_pointer() {
        List<TaskRequest> requests =
                ParseTaskRequests.parseBatch("{\"tasks\": [{\"type\": \"a\"}, {\"type\": \"b\"}]}", 2);

        assertThat(requests).extracting(TaskRequest::type).containsExactly("a", "b");
        assertThat(requests).extracting(TaskRequest::pointer).containsExactly("/tasks/0", "/tasks/1");
    }

    @Test
    void the_faults_of_a_batch_point_into_it() {
        assertThat(pointersOf(() ->
                        ParseTaskRequests.parseBatch("{\"tasks\": [{\"type\": \"a\"}, {\"priority\": 11}, 7]}", 1_000)))
                .containsExactlyInAnyOrder("/tasks/1/type", "/tasks/1/priority", "/tasks/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"tasks\": []}",
                "{\"tasks\": {}}",
                "{\"tasks\": [{\"type\": \"a\"}, {\"type\": \"a\"}, {\"type\": \"a\"}]}"
            })
    void a_batch_has_one_task_to_the_allowed_number(String body) {
        assertThat(pointersOf(() -> ParseTaskRequests.parseBatch(body, 2))).containsExactly("/tasks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"type\": }", "type=a", "{\"type\": \"a\"} and more", "nul", "\u0000"})
    void text_that_is_no_json_is_reported_as_such(String body) {
        assertThatThrownBy(() -> ParseTaskRequests.parseOne(body)).isInstanceOf(MalformedJson.class);
        assertThatThrownBy(() -> ParseTaskRequests.parseBatch(body, 2)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void json_that_is_nested_too_deeply_is_an_invalid_request() {
        String nested = "{\"type\": \"a\", \"parameters\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> ParseTaskRequests.parseOne(nested)).isInstanceOf(MalformedJson.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'a', 'type': 'a'}                       | /type",
                "{'type': 'a', 'parameters': {'n': 1, 'n': 2}}    | /parameters/n",
                "{'type': 'a', 'parameters': {'n': 1e2147483648}} | /parameters/n"
            })
    void values_that_programs_read_differently_are_rejected_with_their_pointer(String body, String pointer) {
        assertThat(pointersOf(() -> ParseTaskRequests.parseOne(json(body)))).containsExactly(pointer);
    }

    @Test
    void the_parsers_own_message_is_not_shown() {
        assertThatThrownBy(() -> ParseTaskRequests.parseOne("{\"type\":"))
                .hasMessage("The body is not JSON: unexpected end at line 1.");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static List<String> pointersOf(ThrowingCallable call) {
        InvalidRequest rejection = catchThrowableOfType(InvalidRequest.class, call);
        assertThat(rejection).isNotNull();
        return rejection.faults().stream().map(Fault::pointer).toList();
    }

    @Test
    void text_that_sql_cannot_store_is_rejected_with_its_pointer() {
        assertThatThrownBy(
                        () -> ParseTaskRequests.parseOne("{\"type\": \"a\", \"parameters\": {\"text\": \"\\u0000\"}}"))
                .isInstanceOfSatisfying(InvalidRequest.class, rejection -> assertThat(rejection.faults())
                        .extracting(Fault::pointer)
                        .containsExactly("/parameters/text"));
    }
}
