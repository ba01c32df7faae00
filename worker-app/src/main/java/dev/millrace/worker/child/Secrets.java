package dev.millrace.worker.child;

import java.util.Set;
import java.util.regex.Pattern;

/** Knows the possible places of Millrace's own secrets, which handlers must not see. */
final class Secrets {
    private static final Pattern PROPERTY =
            Pattern.compile("-D(millrace\\.(redis|db|jwt|keys|admin|metrics)\\.|mp\\.jwt\\.)");
    private static final Pattern VARIABLE = Pattern.compile("MILLRACE_.*|MP_JWT_.*|REDISCLI_AUTH");
    private static final Set<String> WITH_ARGUMENTS =
            Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_OPTS");

    private Secrets() {}

    /** @return whether an argument of the JVM may hold one */
    static boolean isInArgument(String argument) {
        return PROPERTY.matcher(argument).lookingAt();
    }

    /** @return whether an environment variable may hold one; this holds for all of Millrace's own */
    static boolean isInVariable(String name, String value) {
        return VARIABLE.matcher(name).matches()
                || WITH_ARGUMENTS.contains(name) && PROPERTY.matcher(value).find();
    }
}
