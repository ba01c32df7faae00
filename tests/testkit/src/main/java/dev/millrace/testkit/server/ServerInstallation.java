package dev.millrace.testkit.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** An application server of one kind with Millrace in it: its folder, its command and its addresses. */
interface ServerInstallation {
    /** Names the kind that tests start by default: {@code micro}, {@code wildfly} or {@code payara}. */
    String PROPERTY = "millrace.server";

    /** Writes the files that a start needs; runs before each start. */
    void install();

    /** The command that starts it in the foreground: a signal to the process reaches the server. */
    List<String> command();

    /** The address of the application's root, with a closing slash. */
    URI address();

    /** The address that answers 200 once the server can serve requests. */
    URI readiness();

    /** The kind that tests start by default. */
    static String usual() {
        return System.getProperty(PROPERTY, "micro");
    }

    /** An installation of that kind. */
    static ServerInstallation of(String kind, Path folder) {
        return switch (kind) {
            case "micro" -> new MicroInstallation(folder);
            case "wildfly" -> new WildflyInstallation(folder);
            case "payara" -> new PayaraInstallation(folder);
            default -> throw new IllegalArgumentException("micro, wildfly or payara allowed");
        };
    }
}
