package dev.millrace.itests.faults;

import java.util.Random;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands each scenario that asks for a {@link Random} its own, drawn from one seed for the whole suite: the system property
 * {@value #PROPERTY}, or a new one. The same seed makes the same choices, whatever else runs.
 */
final class Seed implements ParameterResolver {
    private static final String PROPERTY = "millrace.faults.seed";
    private static final long VALUE = value();

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Random.class;
    }

    @Override
    public Random resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String scenario = context.getRequiredTestMethod().getName();
        System.out.println("fault scenario " + scenario + ", -D" + PROPERTY + "=" + VALUE);
        return new Random(VALUE ^ scenario.hashCode());
    }

    private static long value() {
        String given = System.getProperty(PROPERTY, "");
        return given.isBlank() ? new Random().nextInt(1_000_000_000) : Long.parseLong(given);
    }
}
