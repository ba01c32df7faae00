package dev.millrace.worker.cli;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

import static org.assertj.core.api.Assertions.assertThat;

class KeyDefaultsTest {
    private final OptionSpec grace =
            new CommandLine(new WorkerCommand()).getCommandSpec().findOption("--grace");

    @Test
    void an_option_takes_the_value_of_its_keys_former_name_with_a_notice() {
        KeyDefaults defaults = defaults(Map.of("millrace.worker.patience", "7s"));

        assertThat(defaults.defaultValue(grace)).isEqualTo("7s");
        assertThat(defaults.notices())
                .singleElement()
                .asString()
                .contains("millrace.worker.patience", "use millrace.worker.grace");
    }

    @Test
    void an_option_takes_the_value_of_its_key_without_a_notice() {
        KeyDefaults defaults = defaults(Map.of("millrace.worker.grace", "8s"));

        assertThat(defaults.defaultValue(grace)).isEqualTo("8s");
        assertThat(defaults.notices()).isEmpty();
    }

    private static KeyDefaults defaults(Map<String, String> values) {
        return new KeyDefaults(
                key -> Optional.ofNullable(values.get(key)),
                Map.of("millrace.worker.patience", "millrace.worker.grace"));
    }
}
