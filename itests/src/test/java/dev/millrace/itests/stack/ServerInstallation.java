package dev.millrace.itests.stack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** An application server of one kind with Millrace in it, as its folder, its command and its addresses. */
interface ServerInstallation {
    /** Which kind tests start unless they say otherwise: {@code micro}, {@code wildfly} or {@code payara}. */
    String PROPERTY = "millrace.server";

    /** Lays down what a start needs; before each start. */
    void install();

    /** Starts it in the foreground: a signal to the process reaches the server. */
    List<String> command();

    /** Where the application's root is, with a closing slash. */
    URI address();

    /** What answers 200 once requests can be served. */
    URI readiness();

    /** The kind that tests start unless they say otherwise. */
    static String usual() {
        return System.getProperty(PROPERTY, "micro");
    }

    /** Of that kind. */
    static ServerInstallation of(String kind, Path folder) {
        return switch (kind) {
            case "micro" -> new MicroInstallation(folder);
            case "wildfly" -> new WildflyInstallation(folder);
            case "payara" -> new PayaraInstallation(folder);
            default -> throw new IllegalArgumentException("micro, wildfly or payara allowed");
        };
    }
}
