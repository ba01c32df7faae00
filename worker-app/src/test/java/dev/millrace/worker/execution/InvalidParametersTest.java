package dev.millrace.worker.execution;

import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.contract.Claim;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.testhandlers.Echo;
import dev.millrace.testhandlers.IsolatedPid;
import dev.millrace.worker.handlers.GenerateRandomNumber;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("slow")
class InvalidParametersTest {
    @RegisterExtension
    final WorkerTestBed testBed = new WorkerTestBed(new Echo(), new IsolatedPid(), new GenerateRandomNumber());

    @ParameterizedTest
    @ValueSource(strings = {"echo", "isolated_pid"})
    void unreadable_parameters_end_the_attempt_at_once_isolated_or_not(String type) {
        Claim claim = dispatch(type, "{\"text\":{\"de\":\"secret\"}}");

        assertThat(testBed.outcome(claim))
                .containsEntry("kind", "failed")
                .containsEntry("errorClass", "InvalidParameters")
                .containsEntry("errorMessage", "/text must be a string")
                .containsEntry("retry", "false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "echo                   | {'text':'x','tone':'secret'} | /tone unknown property",
                "echo                   | {}                           | /text is required",
                "echo                   | ['secret']                   | must be an object",
                "generate_random_number | {'min_value':1e30}           | /min_value must be at most 9223372036854775807",
                "generate_random_number | {'max_value':0.77777}        | /max_value must be a whole number",
                "echo                   | {secret                      | are not JSON, see line 1, column 2",
                "echo                   | {'text':secret}              | are not JSON, see line 1, column 9",
                "echo                   | {'text':'secret','text':''}  | are not JSON, see line 1, column 24",
                "echo                   | {'text':''} secret           | are not JSON, see line 1, column 13"
            })
    void the_message_has_the_place_and_never_the_value(String type, String parameters, String message) {
        Claim claim = dispatch(type, parameters.replace('\'', '"'));

        assertThat(testBed.outcome(claim))
                .containsEntry("errorClass", "InvalidParameters")
                .containsEntry("retry", "false")
                .containsEntry("errorMessage", message);
    }

    @ParameterizedTest
    @ValueSource(strings = "{\"min_value\":9,\"max_value\":1}")
    void parameters_that_the_record_rejects_end_the_attempt_with_its_own_message(String parameters) {
        Claim claim = dispatch("generate_random_number", parameters);

        assertThat(testBed.outcome(claim))
                .containsEntry("errorClass", "InvalidParameters")
                .containsEntry("errorMessage", "min_value 9 is greater than max_value 1")
                .containsEntry("retry", "false");
    }

    private Claim dispatch(String type, String parameters) {
        Claim claim = new Claim(UUID.randomUUID(), 1);
        testBed.dispatch(WorkerTestBed.QUEUE, new TaskDispatch(claim, type, 1, parameters, null));
        return claim;
    }
}
