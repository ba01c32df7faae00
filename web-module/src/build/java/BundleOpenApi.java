import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Joins the files of an OpenAPI document to one, as text: order, comments and folding stay as they were written.
 *
 * <p>The root lists the paths; each entry refers to a path item in a {@code paths.yaml}. The name of any other file is the
 * kind of the components in it. The program needs no library, so that the build can start it from its source.
 */
final class BundleOpenApi {
    private static final List<String> KINDS = List.of("parameters", "headers", "responses", "schemas");
    private static final Pattern PATH = Pattern.compile(" +(?<path>/\\S*): \\{\\$ref: '(?<file>[^'#]+)#[^']+'}");
    private static final Pattern REFERENCE = Pattern.compile("\\$ref: '(?<file>[^'#]*)#/(?<name>\\w+)'");

    private final Path sources;
    private final List<String> bundle = new ArrayList<>();

    private BundleOpenApi(Path sources) {
        this.sources = sources;
    }

    /** @param arguments the folder with the root {@code openapi.yaml}, and the file to write */
    public static void main(String... arguments) throws IOException {
        List<String> bundle = new BundleOpenApi(Path.of(arguments[0])).bundle();
        Path target = Path.of(arguments[1]);
        Files.createDirectories(target.getParent());
        Files.writeString(target, String.join("\n", bundle) + "\n");
    }

    private List<String> bundle() throws IOException {
        Files.readAllLines(sources.resolve("openapi.yaml")).forEach(this::addLineOfRoot);
        for (String kind : KINDS) {
            bundle.add("");
            bundle.add("  " + kind + ":");
            filesOf(kind).forEach(file -> entries(file).values().forEach(entry -> add(entry, file, 4)));
        }
        return bundle;
    }

    private void addLineOfRoot(String line) {
        Matcher path = PATH.matcher(line);
        if (!path.matches()) {
            bundle.add(line);
            return;
        }
        Path file = sources.resolve(path.group("file"));
        List<String> item = entries(file).get(path.group("path"));
        if (item == null) {
            throw new IllegalArgumentException(file + " has no " + path.group("path"));
        }
        add(item, file, 2);
    }

    private void add(List<String> entry, Path file, int indent) {
        bundle.add("");
        for (String line : entry) {
            bundle.add(line.isBlank() ? "" : " ".repeat(indent) + withinBundle(line, file));
        }
    }

    /** Lets a reference to a component's file name the component's place in the bundle. */
    private static String withinBundle(String line, Path file) {
        return REFERENCE.matcher(line).replaceAll(reference -> {
            Path target = reference.group(1).isEmpty() ? file : Path.of(reference.group(1));
            return Matcher.quoteReplacement("$ref: '#/components/" + kindOf(target) + "/" + reference.group(2) + "'");
        });
    }

    private List<Path> filesOf(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> kindOf(file).equals(kind)).sorted().toList();
        }
    }

    private static String kindOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.yaml$", "");
    }

    /** @return each name in a file's first column, with the lines that belong to it */
    private static Map<String, List<String>> entries(Path file) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (String line : linesOf(file)) {
            if (line.matches("\\S+:")) {
                lines = new ArrayList<>();
                entries.put(line.substring(0, line.length() - 1), lines);
            }
            lines.add(line);
        }
        entries.values().forEach(BundleOpenApi::dropBlankEnd);
        return entries;
    }

    private static void dropBlankEnd(List<String> lines) {
        while (lines.get(lines.size() - 1).isBlank()) {
            lines.remove(lines.size() - 1);
        }
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
