package dev.millrace.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of {@code docs/configuration.md}; read by the tests of both sides. */
public final class ConfigurationPage {
    private static final Path FILE = Path.of("..", "docs", "configuration.md");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern RANGE = Pattern.compile("(\\d+) to (\\d+)");

    private ConfigurationPage() {}

    /**
     * A documented key.
     *
     * @param names the key, its environment variable, and the worker's option if it has one
     */
    public record Entry(String section, List<String> names, String defaultCell, String allowed) {
        public String key() {
            return names.get(0);
        }

        /** @return null if the page describes the default in words */
        public String defaultValue() {
            Matcher code = CODE.matcher(defaultCell);
            return code.matches() ? code.group(1) : null;
        }

        /** @return the least and the greatest number allowed; empty if the key takes no number */
        public List<Integer> range() {
            Matcher numbers = RANGE.matcher(allowed);
            return numbers.matches()
                    ? List.of(Integer.valueOf(numbers.group(1)), Integer.valueOf(numbers.group(2)))
                    : List.of();
        }
    }

    /** @return the keys of the worker's section, or of all others */
    public static Stream<Entry> entries(boolean ofWorker) throws IOException {
        return entries().stream().filter(entry -> entry.section().equals("Worker") == ofWorker);
    }

    private static List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("| `millrace.")) {
                String[] cells = line.substring(2).split(" \\| ");
                List<String> names = CODE.matcher(cells[0])
                        .results()
                        .map(name -> name.group(1))
                        .toList();
                entries.add(new Entry(section, names, cells[1], cells[2]));
            }
        }
        return entries;
    }
}
