package dev.millrace.worker.registry;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

/** Java ignores missing jars and folders of its class path; then a worker would lack task types. */
final class ClassPath {
    private ClassPath() {}

    /**
     * Looks for each jar and folder.
     *
     * @param text as Java takes it; a name that still ends with a star is a folder without jars
     * @throws IllegalArgumentException if one does not exist or cannot be read, naming it
     */
    static void requireComplete(String text) {
        for (String entry : text.split(File.pathSeparator)) {
            Path path = Path.of(entry.endsWith("*") ? entry.substring(0, entry.length() - 1) : entry);
            if (!Files.isReadable(path)) {
                throw new IllegalArgumentException(
                        "the class path names " + entry + ", which does not exist or cannot be read");
            }
        }
    }
}
