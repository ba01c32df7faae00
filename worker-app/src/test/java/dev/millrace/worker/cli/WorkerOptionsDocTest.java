package dev.millrace.worker.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import dev.millrace.contract.ConfigurationPage;
import dev.millrace.contract.ConfigurationPage.Entry;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the worker's section of {@code docs/configuration.md} and its options together. */
class WorkerOptionsDocTest {
    private final List<OptionSpec> options = new CommandLine(new WorkerCommand())
            .getCommandSpec().options().stream()
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .toList();
    private final List<Entry> documented = ConfigurationPage.entries(true).toList();

    WorkerOptionsDocTest() throws IOException {}

    @Test
    void every_option_is_documented_under_its_names_and_every_documented_one_exists() {
        List<List<String>> names =
                options.stream().map(WorkerOptionsDocTest::names).toList();

        assertThat(documented).extracting(Entry::names).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void each_documented_default_is_the_one_of_its_option() {
        Map<String, Object> defaults = new HashMap<>();
        options.forEach(option -> defaults.put(option.descriptionKey(), option.initialValue()));

        assertThat(documented)
                .filteredOn(entry -> entry.defaultValue() != null)
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.defaultValue()).isEqualTo(String.valueOf(defaults.get(entry.key()))));
    }

    private static List<String> names(OptionSpec option) {
        String key = option.descriptionKey();
        return List.of(key, key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), option.longestName());
    }
}
