package dev.millrace.testkit.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs that come with the machine and not with the build. */
final class InstalledProgram {
    private static final List<String> FOLDERS =
            List.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin");

    private InstalledProgram() {}

    /** @throws IllegalStateException if this machine has none */
    static String find(String name) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        name + " is missing in " + FOLDERS + "; install it, on Debian with: apt-get install " + name))
                .toString();
    }
}
