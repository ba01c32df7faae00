package dev.millrace.worker.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

import dev.millrace.contract.configuration.ConfigurationKeys;
import dev.millrace.contract.configuration.RenamedKeys;
import dev.millrace.contract.configuration.UnknownNames;

/** Takes an option's default from the system property or environment variable of its key, or of the key's former names. */
final class KeyDefaults implements IDefaultValueProvider {
    private final Function<String, Optional<String>> source;
    private final RenamedKeys renamed;

    KeyDefaults() {
        this(KeyDefaults::ofThisProcess, ConfigurationKeys.ofThisVersion().renamed());
    }

    /**
     * Reads from another source than this process.
     *
     * @param source gives a key's text, empty when it is not set
     * @param renamed the present key by its former name
     */
    KeyDefaults(Function<String, Optional<String>> source, Map<String, String> renamed) {
        this.source = source;
        this.renamed = new RenamedKeys(renamed);
    }

    @Override
    public String defaultValue(ArgSpec argument) {
        String key = argument.descriptionKey();
        return key == null ? null : renamed.find(key, source).orElse(null);
    }

    /** @return one sentence for each key that was found under a former name */
    List<String> notices() {
        return renamed.notices();
    }

    /** @return one sentence for each name of this process that is no key */
    static List<String> unknownNames() {
        return new UnknownNames(ConfigurationKeys.ofThisVersion())
                .warnings(
                        System.getProperties().stringPropertyNames(),
                        System.getenv().keySet());
    }

    private static Optional<String> ofThisProcess(String key) {
        String property = System.getProperty(key);
        return Optional.ofNullable(property != null ? property : System.getenv(ConfigurationKeys.variable(key)));
    }
}
