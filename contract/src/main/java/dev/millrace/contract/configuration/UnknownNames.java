package dev.millrace.contract.configuration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds settings that neither server nor worker reads, most likely since their name is misspelt. */
public final class UnknownNames {
    private static final String VARIABLE_PREFIX = "MILLRACE_";

    /** Kubernetes gives every container the addresses of services, here of those whose name begins with millrace. */
    private static final Pattern SERVICE_LINK =
            Pattern.compile("MILLRACE(_\\w+)?_(SERVICE_(HOST|PORT)(_\\w+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_\\w+)?)?)");

    private final Set<String> keys;
    private final Set<String> variables;

    public UnknownNames(ConfigurationKeys configuration) {
        keys = Stream.concat(configuration.known().stream(), configuration.renamed().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        variables = keys.stream().map(ConfigurationKeys::variable).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Looks through the names that are set.
     *
     * @param properties names that must equal a key to be read; names without Millrace's prefix do not matter
     * @param environment names of environment variables, or of a source that spells keys as these
     * @return one sentence for each unknown name, without its value
     */
    public List<String> warnings(Collection<String> properties, Collection<String> environment) {
        List<String> warnings = new ArrayList<>();
        for (String name : new TreeSet<>(properties)) {
            if (name.startsWith(ConfigurationKeys.PREFIX) && !keys.contains(name)) {
                warnings.add(warning("configuration key", name, keys));
            }
        }
        for (String name : new TreeSet<>(environment)) {
            String variable = ConfigurationKeys.variable(name);
            if (variable.startsWith(VARIABLE_PREFIX)
                    && !properties.contains(name)
                    && !variables.contains(variable)
                    && !SERVICE_LINK.matcher(variable).matches()) {
                warnings.add(
                        name.toLowerCase(Locale.ROOT).startsWith(ConfigurationKeys.PREFIX)
                                ? warning("configuration key", name, keys)
                                : warning("environment variable", name, variables));
            }
        }
        return warnings;
    }

    private static String warning(String kind, String name, Set<String> known) {
        return "Unknown " + kind + " " + name + " has no effect"
                + NearestName.to(name, known)
                        .map(nearest -> "; did you mean " + nearest + "?")
                        .orElse("");
    }
}
