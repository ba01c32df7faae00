package dev.millrace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares the picture of the layers in {@code docs/architecture.md} with the code. */
@AnalyzeClasses(packages = "dev.millrace", importOptions = ServerClasses.class)
class ArchitecturePageTest {
    private static final Path PAGE = Path.of("..", "docs", "architecture.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "millrace");
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?dev\\.millrace\\.([a-z]+)\\.", Pattern.MULTILINE);
    private static final String ROOT = "dev.millrace.";
    private static final String BEGIN = "<!-- layers: ArchitecturePageTest compares this with the code -->\n```\n";
    private static final String END = "```\n<!-- end of layers -->\n";

    @ArchTest
    static void the_layers_of_the_page_are_those_of_the_code(JavaClasses classes) throws IOException {
        String page = Files.readString(PAGE);

        String picture = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));

        assertThat(picture).isEqualTo(picture(layers(dependencies(classes))));
    }

    /** The compiler copies constants, so their class is missing among the dependencies of the byte code. */
    @ArchTest
    static void sources_import_from_lower_layers_only(JavaClasses classes) throws IOException {
        Map<String, Integer> layerOf = new TreeMap<>();
        layers(dependencies(classes)).forEach((layer, features) -> features.forEach(name -> layerOf.put(name, layer)));

        List<Import> imports = imports();

        assertThat(imports).isNotEmpty();
        assertThat(imports.stream()
                        .filter(found -> !found.from().equals(found.to()))
                        .filter(found -> layerOf.get(found.from()) <= layerOf.get(found.to())))
                .isEmpty();
    }

    private record Import(Path file, String from, String to) {}

    private static List<Import> imports() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(ArchitecturePageTest::imports)
                    .toList();
        }
    }

    private static Stream<Import> imports(Path file) {
        try {
            String from = SOURCES.relativize(file).getName(0).toString();
            return IMPORT.matcher(Files.readString(file))
                    .results()
                    .map(found -> new Import(file, from, found.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Set<String>> dependencies(JavaClasses classes) {
        Map<String, Set<String>> dependencies = new TreeMap<>();
        for (JavaClass javaClass : classes) {
            String from = feature(javaClass);
            dependencies.computeIfAbsent(from, feature -> new TreeSet<>());
            javaClass.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .map(ArchitecturePageTest::feature)
                    .filter(to -> !to.equals(from))
                    .forEach(dependencies.get(from)::add);
        }
        return dependencies;
    }

    /** A package is one layer above the highest of those that it uses; there are no circles. */
    private static Map<Integer, Set<String>> layers(Map<String, Set<String>> dependencies) {
        return dependencies.keySet().stream()
                .collect(Collectors.groupingBy(
                        feature -> layer(feature, dependencies),
                        () -> new TreeMap<Integer, Set<String>>().descendingMap(),
                        Collectors.toCollection(TreeSet::new)));
    }

    private static int layer(String feature, Map<String, Set<String>> dependencies) {
        return dependencies.getOrDefault(feature, Set.of()).stream()
                .mapToInt(below -> layer(below, dependencies) + 1)
                .max()
                .orElse(0);
    }

    private static String picture(Map<Integer, Set<String>> layers) {
        StringBuilder picture = new StringBuilder();
        layers.forEach((layer, features) -> picture.append(layer)
                .append("  ")
                .append(String.join("  ", features))
                .append('\n'));
        return picture.toString();
    }

    private static String feature(JavaClass javaClass) {
        return javaClass.getPackageName().substring(ROOT.length()).replaceFirst("\\..*", "");
    }
}
