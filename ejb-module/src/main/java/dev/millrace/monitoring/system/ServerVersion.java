package dev.millrace.monitoring.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Millrace, from a file that the build wrote next to this class. */
final class ServerVersion {
    private ServerVersion() {}

    static String number() {
        try (InputStream file = ServerVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
