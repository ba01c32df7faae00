package dev.millrace.worker.child;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that starts a child: with this process's Java, class path and properties, but without its
 * {@link Secrets}.
 */
final class ChildCommand {
    private ChildCommand() {}

    static ProcessBuilder of(ChildSettings settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") && !Secrets.isInArgument(argument))
                .forEach(command::add);
        command.add("-Djava.util.logging.SimpleFormatter.format=%4$s %5$s%6$s%n");
        command.add("-Xmx" + settings.memory());
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:+DisplayVMOutputToStderr");
        command.add("-cp");
        command.add(absoluteClassPath());
        command.add(ChildMain.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .entrySet()
                .removeIf(variable -> Secrets.isInVariable(variable.getKey(), variable.getValue()));
        return builder;
    }

    private static String absoluteClassPath() {
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(new File(entry).getAbsolutePath());
        }
        return String.join(File.pathSeparator, entries);
    }
}
