package dev.millrace.web.api;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class QueryNamesTest {
    static class Own extends PageQuery {
        @QueryParam("state")
        private String state;
    }

    @SuppressWarnings("unused")
    static final class Resource {
        public void list(@BeanParam Own query, @QueryParam("user") String user, String body) {}
    }

    @Test
    void a_method_declares_its_own_parameters_and_those_of_its_beans() throws NoSuchMethodException {
        var method = Resource.class.getMethod("list", Own.class, String.class, String.class);

        assertThat(QueryNames.of(method)).containsExactlyInAnyOrder("state", "cursor", "limit", "user");
    }

    @Test
    void each_unknown_name_is_told_at_its_place_and_never_what_it_was_set_to() {
        InvalidRequest refused = catchThrowableOfType(
                InvalidRequest.class,
                () -> QueryNames.refuseUnknown(
                        List.of("stat", "limit", "x".repeat(65), "a b", "<b>"), Set.of("limit")));

        assertThat(refused.faults())
                .containsExactly(
                        new Fault("?", "unknown query parameter"), new Fault("?stat", "unknown query parameter"));
    }

    @Test
    void known_names_pass() {
        assertThatCode(() -> QueryNames.refuseUnknown(List.of("limit"), Set.of("limit", "cursor")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_place_between_two_ampersands_names_nothing() {
        assertThatCode(() -> QueryNames.refuseUnknown(List.of("limit", ""), Set.of("limit")))
                .doesNotThrowAnyException();
    }
}
