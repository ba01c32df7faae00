package dev.millrace.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions in the repository's parent pom. */
public final class ParentPom {
    private ParentPom() {}

    /**
     * The version of a dependency in the parent pom.
     *
     * @param root the repository
     * @param name as in the property {@code <name>.version}
     * @return {@code unknown} if the pom has none
     */
    public static String version(Path root, String name) {
        try {
            Matcher property = Pattern.compile("<" + Pattern.quote(name) + "\\.version>([^<]*)<")
                    .matcher(Files.readString(root.resolve("pom.xml")));
            return property.find() ? property.group(1).strip() : "unknown";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
