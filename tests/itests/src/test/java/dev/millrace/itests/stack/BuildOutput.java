package dev.millrace.itests.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The build's files for the tests, and the folders for the tests' own files. */
public final class BuildOutput {
    /** The repository. */
    public static final Path ROOT = Path.of(System.getProperty("millrace.root", "../.."))
            .toAbsolutePath()
            .normalize();

    /** This module's {@code target}. */
    public static final Path TARGET = ROOT.resolve("tests/itests/target");

    /** One file for each started program. */
    public static final Path LOGS = TARGET.resolve("logs");

    /**
     * Options for virtual machines that live for one test. They spend most of their time compiling themselves. The second
     * compiler, and a collector for many cores, cost more than they gain there.
     */
    public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private BuildOutput() {}

    /**
     * A file of {@code deploy/target/stack}.
     *
     * @throws IllegalStateException if the build has not made it
     */
    public static Path inStack(String name) {
        return present(ROOT.resolve("deploy/target/stack").resolve(name), "mvn package -pl deploy -am makes it");
    }

    /** The archive for full servers. */
    static Path ear() {
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

    /** The command that starts a virtual machine for a test; the caller adds the program. */
    static List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        command.add("-Xmx512m");
        command.addAll(List.of(options));
        return command;
    }
}
