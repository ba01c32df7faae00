package dev.millrace.account;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;
import dev.millrace.platform.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RegistrationTest {
    @Test
    void all_faults_are_reported_at_once_each_at_its_place() {
        assertThat(faultsOf("m", "nowhere", "short", "x".repeat(101), "y".repeat(101)))
                .containsExactly("/username", "/email", "/password", "/firstName", "/lastName");
        assertThat(faultsOf(null, null, null, null, null)).containsExactly("/username", "/email", "/password");
    }

    @Test
    void values_at_the_bounds_of_length_are_allowed() {
        assertThatCode(() -> new Registration("abc", "a@b.c", "stone-07", null, null))
                .doesNotThrowAnyException();
        assertThatCode(() -> new Registration(
                        "a".repeat(50), "a".repeat(248) + "@bc.de", "p".repeat(200), "f".repeat(100), "l".repeat(100)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", ".abc", "-abc", "a b c", "müller", "abc\n", ""})
    void a_username_is_letters_digits_and_a_few_marks(String username) {
        assertThat(faultsOf(username, "a@b.c", "stone-07", null, null)).containsExactly("/username");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a@b",
                "@b.c",
                "a@b.",
                "a b@c.d",
                "a@b@c.d",
                "a@b.c ",
                "a@b.c\n",
                "a@b..c",
                ".a@b.c",
                "a.@b.c",
                "a..b@c.d",
                "a@-b.c",
                "a@b-.c",
                "a@b_c.d",
                "\u00e4@b.c",
                "a@m\u00fchle.de",
                "a\u00a0@b.c",
                "a@b.c\u200b",
                "a@[127.0.0.1]",
                "\"a\"@b.c",
                "<a@b.c>",
                "a,b@c.d"
            })
    void an_address_has_a_name_and_a_domain(String email) {
        assertThat(faultsOf("abc", email, "stone-07", null, null)).containsExactly("/email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.c", "o'neil+mill@b-c.example.org", "a.b-c_d@1.example", "!#$%&'*+/=?^_`{|}~-@b.c"})
    void the_usual_addresses_are_allowed(String email) {
        assertThatCode(() -> new Registration("abc", email, "stone-07", null, null))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"miller-1, MILLER-1", "abc, Miller@Mill.example.ORG"})
    void a_common_password_is_rejected(String username, String password) {
        assertThat(faultsOf(username, "miller@mill.example.org", password, null, null))
                .containsExactly("/password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "password1", "PassWord1", "qwertyuiop", "iloveyou", "sunshine"})
    void a_password_is_not_one_that_attackers_try_first(String password) {
        assertThat(faultsOf("miller", "miller@mill.example.org", password, null, null))
                .containsExactly("/password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aaaaaaaaaaaaaaaaaaaaaaaa", "stoneground", "nur kleine buchstaben", "4815162342108"})
    void length_counts_and_no_classes_of_characters(String password) {
        assertThatCode(() -> new Registration("miller", "a@b.c", password, null, null))
                .doesNotThrowAnyException();
    }

    private static List<String> faultsOf(String username, String email, String password, String first, String last) {
        InvalidRequest refused = catchThrowableOfType(
                InvalidRequest.class, () -> new Registration(username, email, password, first, last));
        assertThat(refused).isNotNull().extracting(Problem::kind).isEqualTo(Problem.Kind.INVALID);
        return refused.faults().stream().map(Fault::pointer).toList();
    }
}
