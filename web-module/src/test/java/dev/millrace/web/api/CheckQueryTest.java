package dev.millrace.web.api;

import java.util.List;
import java.util.Set;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class CheckQueryTest {
    private static final QueryNames KNOWN = new QueryNames(Set.of("limit", "text", "state"), Set.of("state"));

    static class Own extends PageQuery {
        @QueryParam("state")
        private List<String> state;
    }

    @SuppressWarnings("unused")
    static final class Resource {
        public void list(@BeanParam Own query, @QueryParam("user") String user, String body) {}
    }

    @Test
    void a_method_declares_its_own_parameters_and_those_of_its_beans() throws NoSuchMethodException {
        var method = Resource.class.getMethod("list", Own.class, String.class, String.class);

        assertThat(QueryNames.of(method).all()).containsExactlyInAnyOrder("state", "cursor", "limit", "user");
        assertThat(QueryNames.of(method).lists()).containsExactly("state");
    }

    @Test
    void each_unknown_name_is_reported_at_its_place_and_never_its_value() {
        assertThat(faultsIn("stat=secret&limit=5&" + "x".repeat(65) + "=1&a%20b&<b>"))
                .containsExactly(
                        new Fault("?stat", "unknown query parameter"), new Fault("?", "unknown query parameter"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=5&limit=6       | ?limit | is given twice",
                "limit=5&li%6Dit=5     | ?limit | is given twice",
                "limit=                | ?limit | must not be empty",
                "state=                | ?state | must not be empty",
                "state                 | ?state | must not be empty",
                "text=%E0%80           | ?text  | must be UTF-8, percent-encoded",
                "text=%C0%80           | ?text  | must be UTF-8, percent-encoded",
                "text=%ED%A0%80        | ?text  | must be UTF-8, percent-encoded",
                "text=%zz              | ?text  | must be UTF-8, percent-encoded",
                "text=a%4              | ?text  | must be UTF-8, percent-encoded",
                "%FF=1                 | ?      | must be UTF-8, percent-encoded"
            })
    void a_query_that_servers_would_misread_is_reported_at_its_place(String query, String pointer, String detail) {
        assertThat(faultsIn(query)).containsExactly(new Fault(pointer, detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "limit=5",
                "limit=5&&text=a",
                "&",
                "text=a+b%20c%C3%BC%F0%9F%98%80",
                "text=a=b",
                "state=A&state=B",
                "text=ü"
            })
    void a_query_that_can_be_read_in_one_way_only_passes(String query) {
        assertThatCode(() -> CheckQuery.throwIfInvalid(query, KNOWN)).doesNotThrowAnyException();
    }

    private static List<Fault> faultsIn(String query) {
        return catchThrowableOfType(InvalidRequest.class, () -> CheckQuery.throwIfInvalid(query, KNOWN))
                .faults();
    }
}
