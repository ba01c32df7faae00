package dev.millrace.platform.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import dev.millrace.contract.configuration.ConfigurationKeys;
import dev.millrace.contract.configuration.Durations;
import dev.millrace.contract.configuration.RenamedKeys;
import dev.millrace.contract.configuration.SecretFile;

/**
 * Reads configuration keys and collects all faults. The caller calls {@link #throwIfInvalid} after the last key: until
 * then a faulty key has its default.
 */
public final class ConfigReader {
    private final Function<String, Optional<String>> source;
    private final RenamedKeys renamed;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Setting> effective = new TreeMap<>();

    /** @param source gives a key's text, empty when it is not set */
    public ConfigReader(Function<String, Optional<String>> source) {
        this(source, ConfigurationKeys.ofThisVersion().renamed());
    }

    ConfigReader(Function<String, Optional<String>> source, Map<String, String> renamed) {
        this.source = source;
        this.renamed = new RenamedKeys(renamed);
    }

    /** @param fallback may be null: then the key may be absent and the result is null */
    public String text(String key, String fallback) {
        return read(key, fallback, text -> text);
    }

    /**
     * A key whose text a parser converts.
     *
     * @param parser throws an {@link IllegalArgumentException} that names the allowed values
     */
    public <T> T parsed(String key, T fallback, Function<String, T> parser) {
        return read(key, fallback, parser);
    }

    /**
     * A secret: either the key has it, or the other key names its file, but not both.
     *
     * @return null if neither is set
     */
    public <T> T secret(String key, String fileKey, Function<String, T> parser) {
        T given = read(key, null, parser);
        return secretFile(fileKey, given, secret -> {
            if (given != null) {
                throw new IllegalArgumentException("set together with " + key + "; only one of them is allowed");
            }
            return parser.apply(secret);
        });
    }

    /**
     * A file that holds a secret.
     *
     * @param fallback if the key is not set; no page shows it
     * @param use converts the secret to the result
     */
    public <T> T secretFile(String fileKey, T fallback, Function<String, T> use) {
        T found = read(fileKey, null, file -> use.apply(SecretFile.read(file)));
        return found == null ? fallback : found;
    }

    public int number(String key, int fallback, int min, int max) {
        return read(
                key,
                fallback,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < min || number > max) {
                        throw new IllegalArgumentException();
                    }
                    return number;
                },
                "a whole number from " + min + " to " + max);
    }

    public boolean flag(String key, boolean fallback) {
        return read(
                key,
                fallback,
                text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException();
                },
                "true or false");
    }

    /** A positive duration: {@code 250ms}, {@code 5s}, {@code 15m}, {@code 24h}, {@code 30d} or ISO 8601. */
    public Duration duration(String key, Duration fallback) {
        return read(key, fallback, Durations::parsePositive, "a positive duration such as 250ms, 5s, 15m, 24h or PT5S");
    }

    /** @return null for {@code never}, else as {@link #duration(String, Duration)} */
    public Duration durationOrNever(String key, Duration fallback) {
        return read(
                key,
                fallback,
                text -> text.equals("never") ? null : Durations.parsePositive(text),
                "a positive duration such as 250ms, 5s, 15m, 24h or PT5S, or never");
    }

    /** As {@link #duration(String, Duration)}, within bounds; zero is allowed if {@code min} is. */
    public Duration duration(String key, Duration fallback, Duration min, Duration max) {
        return read(
                key,
                fallback,
                text -> {
                    Duration duration =
                            min.isZero() ? Durations.parsePositiveOrZero(text) : Durations.parsePositive(text);
                    if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
                        throw new IllegalArgumentException();
                    }
                    return duration;
                },
                "a duration from " + min.toSeconds() + "s to " + max.toSeconds() + "s");
    }

    /** @return the names of all keys read so far */
    public Set<String> names() {
        return Set.copyOf(effective.keySet());
    }

    /** @return all keys read so far with their effective values, by name */
    public List<Setting> effective() {
        return List.copyOf(effective.values());
    }

    /** @return one sentence for each key that is set under a former name */
    public List<String> notices() {
        return renamed.notices();
    }

    /** @throws ConfigurationFault naming every faulty key read so far */
    public void throwIfInvalid() {
        if (!faults.isEmpty()) {
            throw new ConfigurationFault(faults);
        }
    }

    private <T> T read(String key, T fallback, Function<String, T> parser) {
        return read(key, fallback, parser, null);
    }

    private <T> T read(String key, T fallback, Function<String, T> parser, String allowed) {
        Optional<String> text = renamed.find(key, source);
        effective.put(key, text.map(set -> Setting.set(key, set)).orElseGet(() -> Setting.unset(key, fallback)));
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            return parser.apply(text.get());
        } catch (RuntimeException e) {
            faults.add(key + ": " + (allowed == null ? e.getMessage() : "'" + text.get() + "' is not " + allowed));
            return fallback;
        }
    }
}
