package dev.millrace.web.problem;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemResponseTest {
    private static final class Trouble extends Problem {
        Trouble(Kind kind) {
            super(kind, "trouble", "Trouble", "It is \"bad\".");
        }
    }

    @ParameterizedTest
    @EnumSource(Problem.Kind.class)
    void every_kind_of_problem_is_a_client_error_or_unavailability(Problem.Kind kind) {
        assertThat(ProblemResponse.status(new Trouble(kind))).isIn(400, 401, 403, 404, 409, 413, 421, 429, 503);
    }

    @Test
    void a_problem_has_the_form_of_rfc_9457() {
        String body = ProblemResponse.body(400, "trouble", "Trouble", "It is \"bad\".", List.of());

        assertThat(body)
                .isEqualTo("{\"type\":\"urn:millrace:problem:trouble\",\"title\":\"Trouble\",\"status\":400,"
                        + "\"detail\":\"It is \\\"bad\\\".\"}");
    }

    @Test
    void each_fault_is_reported_with_its_pointer() {
        String body = ProblemResponse.body(400, "trouble", "Trouble", "", List.of(new Fault("/text", "is required")));

        assertThat(body).contains("\"errors\":[{\"pointer\":\"/text\",\"detail\":\"is required\"}]");
    }
}
