package dev.millrace.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.millrace.testkit.process.BuildOutput;

import static org.assertj.core.api.Assertions.assertThat;

/** The tests that a page of the documentation names, compared with the sources. */
public final class NamedTests {
    private static final Pattern OF_JAVA = Pattern.compile("`(\\w+)\\.(\\w+_\\w+)`");
    private static final Pattern OF_FRONTEND = Pattern.compile("`([\\w-]+\\.test\\.tsx?)`");
    private static final List<String> MODULES =
            List.of("contract", "contract/redis-support", "ejb-module", "web-module", "worker-app", "tests/itests");

    private final String page;

    private NamedTests(String page) {
        this.page = page;
    }

    /**
     * Reads a page.
     *
     * @param path relative to the root of the repository
     */
    public static NamedTests of(String path) throws IOException {
        return new NamedTests(Files.readString(BuildOutput.ROOT.resolve(path)));
    }

    /** The Java tests as {@code Class.method}, in the page's order. */
    public List<String> names() {
        return OF_JAVA.matcher(page)
                .results()
                .map(name -> name.group(1) + "." + name.group(2))
                .toList();
    }

    /** Asserts that the page names a test, and that each Java test and each front-end file exists. */
    public void assertTheyExist() throws IOException {
        assertThat(names()).isNotEmpty().allSatisfy(name -> assertThat(sourceOf(name.substring(0, name.indexOf('.'))))
                .as("source of " + name)
                .containsPattern("(void|ArchRule) " + name.substring(name.indexOf('.') + 1) + "\\b"));
        assertThat(OF_FRONTEND.matcher(page).results().map(name -> name.group(1)))
                .allSatisfy(name ->
                        assertThat(filesOf("frontend/src", name)).as(name).isNotEmpty());
    }

    /** The sources of the test classes of that name, in all modules. */
    private static String sourceOf(String testClass) throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String module : MODULES) {
            for (Path file : filesOf(module + "/src/test/java", testClass + ".java")) {
                sources.append(Files.readString(file));
            }
        }
        return sources.toString();
    }

    private static List<Path> filesOf(String folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(BuildOutput.ROOT.resolve(folder))) {
            return files.filter(path -> path.endsWith(name)).toList();
        }
    }
}
