package dev.millrace.operations;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.task.PermittedOperation;
import dev.millrace.task.TaskState;

import static dev.millrace.task.TaskBuilder.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class BulkRequestTest {
    @Test
    void a_filter_selects_tasks() {
        BulkRequest request = BulkRequest.parse(
                """
                {"action": "retry", "dryRun": true, "asOf": "2025-12-31T23:00:00Z",
                 "filter": {"state": ["FAILED"], "type": "reverse_string", "queue": "deep", "errorType": "Broken",
                            "text": "mill", "from": "2025-01-01T00:00:00Z", "to": "2026-01-01T00:00:00Z"}}
                """,
                false,
                NOW);

        assertThat(request.action()).isEqualTo(BulkAction.RETRY);
        assertThat(request.dryRun()).isTrue();
        assertThat(request.selection().ids()).isNull();
        assertThat(request.selection().asOf()).isEqualTo(NOW.minusSeconds(3600));
        assertThat(request.selection().operation()).isEqualTo(PermittedOperation.RETRYABLE);
        assertThat(request.selection().filter().states()).containsExactly(TaskState.FAILED);
        assertThat(request.selection().filter().errorType()).isEqualTo("Broken");
        assertThat(request.selection().filter().to()).isEqualTo(NOW);
    }

    @Test
    void ids_select_tasks() {
        UUID id = UUID.randomUUID();

        BulkRequest request = BulkRequest.parse("{\"action\":\"delete\",\"ids\":[\"" + id + "\"]}", false, NOW);

        assertThat(request.selection().ids()).containsExactly(id);
        assertThat(request.selection().asOf()).isEqualTo(NOW);
    }

    @Test
    void a_time_to_come_is_now() {
        BulkRequest request = BulkRequest.parse(
                "{\"action\":\"cancel\",\"filter\":{},\"asOf\":\"2027-01-01T00:00:00Z\"}", false, NOW);

        assertThat(request.selection().asOf()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'filter': {}}                                            | /action",
                "{'action': 'CANCEL', 'filter': {}}                        | /action",
                "{'action': 'explode', 'filter': {}}                       | /action",
                "{'action': 'cancel'}                                      | /filter",
                "{'action': 'cancel', 'filter': {}, 'ids': []}             | /ids /filter",
                "{'action': 'cancel', 'ids': ['7']}                        | /ids",
                "{'action': 'cancel', 'filter': []}                        | /filter",
                "{'action': 'cancel', 'filter': {'state': ['LOST']}}       | /filter/state",
                "{'action': 'cancel', 'filter': {'state': 'FAILED'}}       | /filter/state",
                "{'action': 'cancel', 'filter': {'from': 'monday'}}        | /filter/from",
                "{'action': 'cancel', 'filter': {'user': 'ada'}}           | /filter/user",
                "{'action': 'cancel', 'filter': {'worker': 'w-1'}}         | /filter/worker",
                "{'action': 'cancel', 'filter': {}, 'priority': 3}         | /priority",
                "{'action': 'priority', 'filter': {}}                      | /priority",
                "{'action': 'priority', 'filter': {}, 'priority': 10}      | /priority",
                "{'action': 'cancel', 'filter': {}, 'dryRun': 'yes'}       | /dryRun",
            })
    void a_fault_has_its_pointer(String body, String pointers) {
        InvalidRequest rejection = catchThrowableOfType(
                InvalidRequest.class, () -> BulkRequest.parse(body.replace('\'', '"'), false, NOW));

        assertThat(rejection.faults())
                .extracting(Fault::pointer)
                .containsExactlyElementsOf(List.of(pointers.split(" ")));
    }

    @Test
    void the_owner_of_the_tasks_is_given_once() {
        assertThat(detailOf("{\"action\":\"cancel\"}")).isEqualTo("is required unless there are ids");
        assertThat(detailOf("{\"action\":\"cancel\",\"filter\":{},\"ids\":[\"01900000-0000-7000-8000-000000000000\"]}"))
                .isEqualTo("cannot be given together with ids");
    }

    private static String detailOf(String body) {
        return catchThrowableOfType(InvalidRequest.class, () -> BulkRequest.parse(body, false, NOW))
                .faults()
                .get(0)
                .detail();
    }

    @Test
    void admins_may_name_a_user_and_a_worker() {
        String body = "{\"action\":\"cancel\",\"filter\":{\"user\":\"ada\",\"worker\":\"w-1\"}}";

        assertThatCode(() -> BulkRequest.parse(body, true, NOW)).doesNotThrowAnyException();
        assertThat(BulkRequest.parse(body, true, NOW).user()).isEqualTo("ada");
    }
}
