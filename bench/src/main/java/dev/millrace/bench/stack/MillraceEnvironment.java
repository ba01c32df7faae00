package dev.millrace.bench.stack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The environment of a Millrace that the bench starts. It has no variable of the bench's own environment. */
final class MillraceEnvironment {
    private final Map<String, String> variables;

    private MillraceEnvironment(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * The variables that are the same on every server.
     *
     * @param root the repository
     * @param data folder for all files that Millrace writes
     * @param settings further ones
     */
    MillraceEnvironment(Path root, Path data, String redisUrl, Map<String, String> settings) {
        variables = new HashMap<>(settings);
        variables.put("MILLRACE_REDIS_URL", redisUrl);
        variables.put("MILLRACE_KEYS_DIRECTORY", data.resolve("keys").toString());
        variables.put("MILLRACE_ADMIN_PASSWORD", ServerUnderTest.ADMIN_PASSWORD);
        variables.put("MILLRACE_ACCOUNTS_ACCESS_TOKEN", "12h");
        variables.put("MILLRACE_ACCOUNTS_REGISTRATIONS_PER_ADDRESS", "1000000");
        variables.put("MILLRACE_ACCOUNTS_REGISTRATIONS_IN_ALL", "1000000");
        variables.put("MILLRACE_HANDLERS", root.resolve("bench/target/classes").toString());
        variables.merge(
                "MILLRACE_WORKER_OPTS",
                "-Dmillrace.worker.packages=dev.millrace.bench.handlers",
                (own, ours) -> own + " " + ours);
    }

    /** The same environment with one variable more. */
    MillraceEnvironment with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new MillraceEnvironment(more);
    }

    /** @return empty if the variable is not set */
    String get(String variable) {
        return variables.getOrDefault(variable, "");
    }

    /** All variables, for one process. */
    Map<String, String> variables() {
        return Map.copyOf(variables);
    }
}
