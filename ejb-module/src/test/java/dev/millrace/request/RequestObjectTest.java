package dev.millrace.request;

import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.problem.Fault;
import dev.millrace.platform.problem.InvalidRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RequestObjectTest {
    private static final Set<String> NAMES = Set.of("text", "other");

    @Test
    void an_absent_a_null_and_a_blank_text_are_null() {
        assertThat(RequestObject.parse("{}", NAMES).nullableString("text")).isNull();
        assertThat(RequestObject.parse("{\"text\": null}", NAMES).nullableString("text"))
                .isNull();
        assertThat(RequestObject.parse("{\"text\": \" \"}", NAMES).nullableString("text"))
                .isNull();
        assertThat(RequestObject.parse("{\"text\": \"mill\"}", NAMES).nullableString("text"))
                .isEqualTo("mill");
    }

    @Test
    void unknown_properties_and_values_of_a_wrong_type_are_faults_at_their_pointers() {
        RequestObject object = RequestObject.parse("{\"text\": 7, \"colour/x\": \"red\"}", NAMES);

        object.nullableString("text");
        object.nullableString("other");

        InvalidRequest invalid = catchThrowableOfType(InvalidRequest.class, object::throwIfInvalid);
        assertThat(invalid.faults()).extracting(Fault::pointer).containsExactlyInAnyOrder("/text", "/colour~1x");
    }
}
