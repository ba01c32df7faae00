package dev.millrace.testkit.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands of Java virtual machines. */
public final class Jvm {
    /**
     * Options for virtual machines that live for one test. They spend most of their time compiling themselves. The second
     * compiler, and a collector for many cores, cost more than they gain there.
     */
    public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private Jvm() {}

    /** The Java that runs this program. */
    public static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The command that starts a virtual machine for one test; the caller may add to the list. */
    public static List<String> shortLived(String... options) {
        List<String> command = new ArrayList<>();
        command.add(executable());
        command.addAll(SHORT_LIVED);
        command.add("-Xmx512m");
        command.addAll(List.of(options));
        return command;
    }
}
