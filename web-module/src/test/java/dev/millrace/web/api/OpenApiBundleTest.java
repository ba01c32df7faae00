package dev.millrace.web.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** Compares the bundled document with the files that it is made of, both with references resolved. */
class OpenApiBundleTest {
    private static final URI SOURCES = Path.of("src/main/openapi/openapi.yaml").toUri();
    private static final URI BUNDLE =
            Path.of("target/classes/META-INF/openapi.yaml").toUri();

    private final Map<URI, Object> files = new HashMap<>();

    @Test
    void the_bundle_equals_its_sources() {
        Map<?, ?> sources = (Map<?, ?>) resolved(SOURCES, file(SOURCES), Set.of());
        Map<?, ?> bundle = (Map<?, ?>) resolved(BUNDLE, file(BUNDLE), Set.of());

        assertThat(bundle.keySet()).isEqualTo(sources.keySet());
        for (String member : List.of("openapi", "info", "servers", "tags", "security", "paths")) {
            assertThat(bundle.get(member)).as(member).isNotNull().isEqualTo(sources.get(member));
        }
    }

    @Test
    void the_bundle_has_its_paths_in_the_order_of_the_root() {
        assertThat(paths(BUNDLE)).isEqualTo(paths(SOURCES));
    }

    @Test
    void the_bundle_needs_no_other_file() {
        resolved(BUNDLE, file(BUNDLE), Set.of());

        assertThat(files).containsOnlyKeys(BUNDLE);
    }

    private List<Object> paths(URI document) {
        return new ArrayList<>(((Map<?, ?>) ((Map<?, ?>) file(document)).get("paths")).keySet());
    }

    /** @param within the references that lead here; one that leads to itself stays a reference */
    private Object resolved(URI base, Object node, Set<String> within) {
        if (node instanceof List<?> list) {
            return list.stream().map(item -> resolved(base, item, within)).toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        if (map.get("$ref") instanceof String reference) {
            return target(base, reference, within);
        }
        Map<Object, Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> members.put(name, resolved(base, value, within)));
        return members;
    }

    private Object target(URI base, String reference, Set<String> within) {
        String[] fileAndPointer = reference.split("#", 2);
        URI document = fileAndPointer[0].isEmpty() ? base : base.resolve(fileAndPointer[0]);
        String[] steps = fileAndPointer[1].substring(1).split("/");
        String target = document + "#" + fileAndPointer[1];
        if (within.contains(target)) {
            return Map.of("$ref", steps[steps.length - 1]);
        }
        Object found = file(document);
        for (String step : steps) {
            found = ((Map<?, ?>) found).get(step.replace("~1", "/"));
        }
        assertThat(found).as(reference).isNotNull();
        Set<String> deeper = new HashSet<>(within);
        deeper.add(target);
        return resolved(document, found, deeper);
    }

    private Object file(URI document) {
        return files.computeIfAbsent(document, OpenApiBundleTest::read);
    }

    private static Object read(URI document) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new Yaml(options).load(Files.readString(Path.of(document)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
