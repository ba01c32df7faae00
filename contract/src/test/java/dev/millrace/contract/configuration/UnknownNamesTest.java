package dev.millrace.contract.configuration;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnknownNamesTest {
    private static final Set<String> NONE = Set.of();

    private final UnknownNames names = new UnknownNames(new ConfigurationKeys(
            Set.of("millrace.redis.url", "millrace.redis.password-file", "MILLRACE_DATA"),
            Map.of("millrace.redis.address", "millrace.redis.url")));

    @Test
    void an_unknown_key_is_reported_with_the_nearest_known_one() {
        assertThat(names.warnings(Set.of("millrace.redis.ulr"), NONE))
                .containsExactly(
                        "Unknown configuration key millrace.redis.ulr has no effect; did you mean millrace.redis.url?");
    }

    @Test
    void an_unknown_variable_is_reported_with_the_nearest_known_variable() {
        assertThat(names.warnings(NONE, Set.of("MILLRACE_REDIS_ULR")))
                .containsExactly("Unknown environment variable MILLRACE_REDIS_ULR has no effect;"
                        + " did you mean MILLRACE_REDIS_URL?");
    }

    @Test
    void a_property_must_be_spelt_exactly() {
        assertThat(names.warnings(Set.of("millrace.redis.password.file"), NONE))
                .singleElement()
                .asString()
                .endsWith("did you mean millrace.redis.password-file?");
    }

    @Test
    void a_name_that_is_like_none_is_reported_alone() {
        assertThat(names.warnings(Set.of("millrace.colour"), NONE))
                .containsExactly("Unknown configuration key millrace.colour has no effect");
    }

    @Test
    void known_and_renamed_names_are_not_reported_in_any_spelling() {
        assertThat(names.warnings(
                        Set.of("millrace.redis.url", "millrace.redis.address", "user.dir"),
                        Set.of("MILLRACE_REDIS_ADDRESS", "millrace.redis.password.file", "MILLRACE_DATA", "PATH")))
                .isEmpty();
    }

    @Test
    void a_name_that_two_sources_have_is_reported_once() {
        Set<String> both = Set.of("millrace.redis.ulr");

        assertThat(names.warnings(both, both)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MILLRACE_SERVICE_HOST",
                "MILLRACE_SERVICE_PORT_HTTP",
                "MILLRACE_PORT",
                "MILLRACE_REDIS_PORT_6379_TCP_ADDR"
            })
    void addresses_of_services_that_kubernetes_sets_are_not_reported(String variable) {
        assertThat(names.warnings(NONE, Set.of(variable))).isEmpty();
    }
}
