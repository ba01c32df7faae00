package dev.millrace.contract.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that Millrace understands.
 *
 * @param known keys such as {@code millrace.redis.url}, and environment variables of {@code ./run} that belong to no key
 * @param renamed the present key by its former name; a former name works for one minor version
 */
public record ConfigurationKeys(Set<String> known, Map<String, String> renamed) {
    /** Every key begins so, and every environment variable with {@code MILLRACE_}. */
    public static final String PREFIX = "millrace.";

    private static final String KEYS = "keys.txt";
    private static final String RENAMED = "renamed-keys.txt";

    /** @throws IllegalArgumentException if a former name leads to a key that does not exist, or is itself a present key */
    public ConfigurationKeys {
        known = Set.copyOf(known);
        renamed = Map.copyOf(renamed);
        for (Map.Entry<String, String> entry : renamed.entrySet()) {
            if (!known.contains(entry.getValue()) || known.contains(entry.getKey())) {
                throw new IllegalArgumentException(entry.getKey() + " was not renamed to " + entry.getValue());
            }
        }
    }

    /** @return the keys of this version */
    public static ConfigurationKeys ofThisVersion() {
        Map<String, String> renamed = new HashMap<>();
        for (String line : lines(RENAMED)) {
            String[] names = line.split(" -> ");
            renamed.put(names[0], names[1]);
        }
        return new ConfigurationKeys(new TreeSet<>(lines(KEYS)), renamed);
    }

    /** @return the environment variable of a key, as MicroProfile Config derives it */
    public static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = ConfigurationKeys.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
