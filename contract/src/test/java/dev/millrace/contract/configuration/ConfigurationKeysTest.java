package dev.millrace.contract.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.millrace.contract.ConfigurationPage;
import dev.millrace.contract.ConfigurationPage.Entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfigurationKeysTest {
    private static final Pattern NAME = Pattern.compile("(MILLRACE_[A-Z_]+|-Dmillrace\\.[a-z.]+)");

    @Test
    void the_known_keys_are_the_documented_ones() throws IOException {
        Set<String> documented = Stream.concat(ConfigurationPage.entries(true), ConfigurationPage.entries(false))
                .map(Entry::key)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ofRun = namesOfTheRunCommand();

        Set<String> known = ConfigurationKeys.ofThisVersion().known();

        Set<String> variables =
                documented.stream().map(ConfigurationKeys::variable).collect(Collectors.toSet());
        ofRun.removeIf(variables::contains);
        documented.addAll(ofRun);
        assertThat(known).containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void a_former_name_that_leads_nowhere_is_a_fault() {
        assertThatThrownBy(() -> new ConfigurationKeys(Set.of("millrace.a"), Map.of("millrace.old", "millrace.b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_that_still_exists_is_no_former_name() {
        assertThatThrownBy(() ->
                        new ConfigurationKeys(Set.of("millrace.a", "millrace.b"), Map.of("millrace.a", "millrace.b")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_variable_is_spelt_as_microprofile_config_spells_it() {
        assertThat(ConfigurationKeys.variable("millrace.redis.password-file"))
                .isEqualTo("MILLRACE_REDIS_PASSWORD_FILE");
    }

    private static Set<String> namesOfTheRunCommand() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "configuration.md"));
        return page.substring(page.indexOf("## `./run`"))
                .lines()
                .filter(line -> line.startsWith("| `MILLRACE"))
                .flatMap(line -> NAME.matcher(line).results())
                .map(MatchResult::group)
                .map(name -> name.replace("-D", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
