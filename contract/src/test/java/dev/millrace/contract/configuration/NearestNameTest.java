package dev.millrace.contract.configuration;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NearestNameTest {
    private final Set<String> known = ConfigurationKeys.ofThisVersion().known();

    @ParameterizedTest
    @CsvSource({
        "millrace.redis.ulr, millrace.redis.url",
        "millrace.redis.uri, millrace.redis.url",
        "millrace.redis.password.file, millrace.redis.password-file",
        "millrace.db.username, millrace.db.user",
        "millrace.dispatch.leases, millrace.dispatch.lease",
        "millrace.worker.concurency, millrace.worker.concurrency",
    })
    void a_misspelt_name_leads_to_the_intended_one(String name, String meant) {
        assertThat(NearestName.to(name, known)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"millrace.colour", "millrace.x", "millrace."})
    void a_name_that_is_like_none_leads_nowhere(String name) {
        assertThat(NearestName.to(name, known)).isEmpty();
    }

    @Test
    void the_first_by_the_alphabet_of_two_equally_near_names_is_suggested() {
        assertThat(NearestName.to("millrace.bat", Set.of("millrace.cat", "millrace.hat")))
                .contains("millrace.cat");
    }

    @ParameterizedTest
    @CsvSource({"'', '', 0", "'', abc, 3", "kitten, sitting, 3", "ulr, url, 1", "abcd, badc, 2", "same, same, 0"})
    void a_distance_counts_inserted_deleted_replaced_and_swapped_characters(String from, String to, int distance) {
        assertThat(NearestName.distance(from, to)).isEqualTo(distance);
        assertThat(NearestName.distance(to, from)).isEqualTo(distance);
    }
}
