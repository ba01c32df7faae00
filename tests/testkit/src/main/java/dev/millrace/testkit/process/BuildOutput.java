package dev.millrace.testkit.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** The build's files for the tests, and the folders for the tests' own files. */
public final class BuildOutput {
    /** The repository: the system property {@code millrace.root}, or two folders up from where a module's tests run. */
    public static final Path ROOT = absolute(System.getProperty("millrace.root", "../.."));

    /** The {@code target} of the module under test: the system property {@code millrace.test.target}, or the one here. */
    public static final Path TARGET = absolute(System.getProperty("millrace.test.target", "target"));

    /** One file for each started program. */
    public static final Path LOGS = TARGET.resolve("logs");

    private BuildOutput() {}

    /**
     * A file of {@code deploy/target/stack}.
     *
     * @throws IllegalStateException if the build has not made it
     */
    public static Path inStack(String name) {
        return present(ROOT.resolve("deploy/target/stack").resolve(name), "mvn package -pl deploy -am makes it");
    }

    /**
     * The archive for full servers.
     *
     * @throws IllegalStateException if the build has not made it
     */
    public static Path ear() {
        return present(ROOT.resolve("ear/target/millrace.ear"), "mvn package -pl ear -am makes it");
    }

    /**
     * The file, if it exists.
     *
     * @param remedy the advice for a reader if it does not
     * @throws IllegalStateException if it does not
     */
    public static Path present(Path file, String remedy) {
        if (file.toString().isEmpty() || !Files.exists(file)) {
            throw new IllegalStateException(file + " is missing; " + remedy);
        }
        return file;
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
