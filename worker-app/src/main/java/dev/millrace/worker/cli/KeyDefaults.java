package dev.millrace.worker.cli;

import java.util.Locale;

import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;

/** Takes an option's default from the system property or environment variable of its key. */
final class KeyDefaults implements IDefaultValueProvider {
    @Override
    public String defaultValue(ArgSpec argument) {
        String key = argument.descriptionKey();
        if (key == null) {
            return null;
        }
        String property = System.getProperty(key);
        return property != null
                ? property
                : System.getenv(key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'));
    }
}
