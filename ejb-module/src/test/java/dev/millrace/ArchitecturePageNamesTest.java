package dev.millrace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The names in {@code docs/architecture.md} exist in the code. */
class ArchitecturePageNamesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern CLASS = Pattern.compile("`(?:[a-z]+\\.)*([A-Z][a-z]+(?:[A-Z][a-z]+)+)`");

    @Test
    void every_class_that_the_page_names_exists() throws IOException {
        String page = Files.readString(ROOT.resolve("docs").resolve("architecture.md"));

        Set<String> named =
                CLASS.matcher(page).results().map(result -> result.group(1)).collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(15);
        assertThat(sources()).containsAll(named);
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> folders = Files.find(ROOT, 3, (folder, about) -> folder.endsWith("src"))) {
            return folders.flatMap(ArchitecturePageNamesTest::below)
                    .map(file -> file.getFileName().toString().replaceFirst("\\.(java|ts|tsx)$", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
