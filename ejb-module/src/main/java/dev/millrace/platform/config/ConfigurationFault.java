package dev.millrace.platform.config;

import java.util.List;

/** The configuration is not usable; the message names each faulty key and the allowed values. */
public class ConfigurationFault extends StartRefused {
    /** @param faults one line for each fault */
    public ConfigurationFault(List<String> faults) {
        super("Millrace does not start: invalid configuration:\n  " + String.join("\n  ", faults), CONFIGURATION);
    }
}
