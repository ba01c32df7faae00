package dev.millrace.itests.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the build has laid down for the tests, and where they write. */
public final class BuildOutput {
    /** The repository. */
    public static final Path ROOT =
            Path.of(System.getProperty("millrace.root", "..")).toAbsolutePath().normalize();

    /** This module's {@code target}. */
    public static final Path TARGET = ROOT.resolve("itests/target");

    /** One file for each started program. */
    public static final Path LOGS = TARGET.resolve("logs");

    /**
     * Options for virtual machines that live for a test: most of what such a one does is to compile itself, and the second
     * compiler and a collector for many cores are not worth theirs.
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
     * The file, if it is there.
     *
     * @param remedy what to do if it is not
     * @throws IllegalStateException if it is not
     */
    public static Path present(Path file, String remedy) {
        if (file.toString().isEmpty() || !Files.exists(file)) {
            throw new IllegalStateException(file + " is missing; " + remedy);
        }
        return file;
    }

    /** The command that starts a virtual machine for a test; its program is still to be added. */
    static List<String> java(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SHORT_LIVED);
        command.add("-Xmx512m");
        command.addAll(List.of(options));
        return command;
    }
}
