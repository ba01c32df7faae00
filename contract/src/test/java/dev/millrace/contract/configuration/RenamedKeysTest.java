package dev.millrace.contract.configuration;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RenamedKeysTest {
    private final RenamedKeys keys = new RenamedKeys(Map.of("millrace.old", "millrace.present"));

    @Test
    void a_former_name_works_with_a_notice_of_the_present_one() {
        assertThat(find(Map.of("millrace.old", " 7 "))).contains("7");
        assertThat(keys.notices())
                .containsExactly("Renamed configuration key millrace.old works until the next minor version;"
                        + " use millrace.present");
    }

    @Test
    void the_present_name_wins_and_a_notice_says_that_the_former_one_is_ignored() {
        assertThat(find(Map.of("millrace.old", "7", "millrace.present", "8"))).contains("8");
        assertThat(keys.notices())
                .containsExactly("Ignored configuration key millrace.old, which is now millrace.present"
                        + " and set under that name");
    }

    @Test
    void a_blank_value_under_the_present_name_counts_as_not_set() {
        assertThat(find(Map.of("millrace.old", "7", "millrace.present", " "))).contains("7");
    }

    @Test
    void the_present_name_alone_gives_no_notice() {
        assertThat(find(Map.of("millrace.present", "8"))).contains("8");
        assertThat(find(Map.of())).isEmpty();
        assertThat(keys.notices()).isEmpty();
    }

    private Optional<String> find(Map<String, String> values) {
        return keys.find("millrace.present", name -> Optional.ofNullable(values.get(name)));
    }
}
