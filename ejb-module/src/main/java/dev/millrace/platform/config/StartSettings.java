package dev.millrace.platform.config;

/**
 * Behaviour of a refused start.
 *
 * @param exitWhenRefused whether the process exits; only for a server process that runs Millrace alone
 */
public record StartSettings(boolean exitWhenRefused) {
    static final String EXIT = "millrace.start.exit-when-refused";

    public static StartSettings from(ConfigReader config) {
        return new StartSettings(config.flag("millrace.start.exit-when-refused", false));
    }
}
