package dev.millrace.itests.faults;

import java.util.Random;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each scenario that has a {@link Random} parameter its own one. All come from one seed for the whole suite: the system
 * property {@value #PROPERTY}, or a new one. The same seed makes the same choices for a scenario in any selection of tests.
 */
final class Seed implements ParameterResolver {
    static final String PROPERTY = "millrace.faults.seed";

    private static final long DRAWN = new Random().nextInt(1_000_000_000);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Random.class;
    }

    @Override
    public Random resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String scenario = context.getRequiredTestMethod().getName();
        long seed = value();
        System.out.println("fault scenario " + scenario + ", -D" + PROPERTY + "=" + seed);
        return new Random(seed ^ scenario.hashCode());
    }

    private static long value() {
        String given = System.getProperty(PROPERTY, "");
        return given.isBlank() ? DRAWN : Long.parseLong(given);
    }
}
