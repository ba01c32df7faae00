package dev.millrace.contract.configuration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a key under its present name or, while they still work, under its former ones. Used by one thread. */
public final class RenamedKeys {
    private final Map<String, String> renamed;
    private final Set<String> notices = new LinkedHashSet<>();

    /** @param renamed the present key by its former name */
    public RenamedKeys(Map<String, String> renamed) {
        this.renamed = renamed;
    }

    /**
     * Finds the text of a key. The present name wins; a blank value counts as not set.
     *
     * @param source gives the text of a name, empty when it is not set
     * @return the stripped text, empty when no name of the key is set
     */
    public Optional<String> find(String key, Function<String, Optional<String>> source) {
        Optional<String> found = text(key, source);
        for (String former : formerNames(key)) {
            Optional<String> text = text(former, source);
            if (text.isEmpty()) {
                continue;
            }
            notices.add(
                    found.isPresent()
                            ? "Ignored configuration key " + former + ", which is now " + key
                                    + " and set under that name"
                            : "Renamed configuration key " + former + " works until the next minor version; use "
                                    + key);
            found = found.isPresent() ? found : text;
        }
        return found;
    }

    /** @return one sentence for each former name that was set, without its value */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    private List<String> formerNames(String key) {
        return renamed.entrySet().stream()
                .filter(entry -> entry.getValue().equals(key))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Optional<String> text(String name, Function<String, Optional<String>> source) {
        return source.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }
}
