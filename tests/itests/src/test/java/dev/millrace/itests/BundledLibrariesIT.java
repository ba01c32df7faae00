package dev.millrace.itests;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;

import dev.millrace.testkit.process.BuildOutput;

import static org.assertj.core.api.Assertions.assertThat;

/** Each archive tells which libraries it bundles, and under which licences. */
class BundledLibrariesIT {
    /** A jar such as that of ICU4J has parts with names of their own. */
    private static final String GROUP_AND_VERSION = "%1$s %3$s";

    /** In THIRD-PARTY.txt, the id of a library is behind its name: {@code (group:name:version - address)}. */
    private static final Pattern LISTED = Pattern.compile("\\(([^\\s:()]+:[^\\s:()]+:[^\\s:()]+) - ");

    @Test
    void each_jar_of_the_war_is_in_its_bill_of_materials_and_has_its_licence_listed() {
        Map<String, String> war = textsOf(BuildOutput.inStack("millrace.war"));

        Set<String> libraries = bundled(war, "millrace-web");

        assertThat(jarsIn(war, "WEB-INF/lib/")).hasSizeGreaterThan(20).isSubsetOf(names(libraries, "%2$s-%3$s.jar"));
        assertThat(listed(war)).isEqualTo(libraries).anyMatch(id -> id.startsWith("org.webjars:swagger-ui:"));
    }

    @Test
    void each_package_of_the_front_end_is_in_its_bill_of_materials_with_its_licence() throws IOException {
        Map<String, String> war = textsOf(BuildOutput.inStack("millrace.war"));

        JsonNode packages = new JsonMapper()
                .readTree(war.get("META-INF/sbom/millrace-frontend.cdx.json"))
                .path("components");

        assertThat(packages).hasSizeGreaterThan(40).allSatisfy(found -> {
            assertThat(found.path("licenses").path(0).path("expression").asText())
                    .isNotBlank();
            assertThat(war.get("META-INF/THIRD-PARTY-frontend.txt"))
                    .contains(found.path("name").asText() + " "
                            + found.path("version").asText() + " (");
        });
    }

    @Test
    void each_jar_of_the_ear_is_in_its_bill_of_materials_and_has_its_licence_listed() {
        Map<String, String> ear = textsOf(BuildOutput.ear());

        Set<String> libraries = bundled(ear, "millrace-ear");

        assertThat(jarsIn(ear, "lib/")).hasSizeGreaterThan(20).isSubsetOf(names(libraries, "%1$s-%2$s-%3$s.jar"));
        assertThat(listed(ear)).isEqualTo(libraries);
    }

    @Test
    void each_library_within_the_workers_jar_is_in_its_bill_of_materials_and_has_its_licence_listed() {
        Map<String, String> worker = textsOf(BuildOutput.inStack("millrace-worker.jar"));

        Set<String> libraries = bundled(worker, "millrace-worker");

        Set<String> within = worker.keySet().stream()
                .filter(name -> name.matches("META-INF/maven/.*/pom\\.properties"))
                .map(name -> idOf(worker.get(name)))
                .collect(Collectors.toSet());
        assertThat(names(within, GROUP_AND_VERSION))
                .hasSizeGreaterThan(5)
                .isSubsetOf(names(libraries, GROUP_AND_VERSION));
        assertThat(listed(worker)).isEqualTo(libraries);
        assertThat(worker.get("META-INF/NOTICE.txt")).contains("Apache Commons Pool");
        assertThat(worker.get("META-INF/LICENSE.txt")).contains("Apache License");
    }

    /** The texts of the archive's own META-INF, and all other names without a text. */
    private static Map<String, String> textsOf(Path archive) {
        Map<String, String> found = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                boolean read = entry.getName().startsWith("META-INF/") && !entry.isDirectory();
                found.put(entry.getName(), read ? new String(zip.readAllBytes(), StandardCharsets.UTF_8) : "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Set<String> jarsIn(Map<String, String> archive, String folder) {
        return archive.keySet().stream()
                .filter(name -> name.startsWith(folder) && name.endsWith(".jar"))
                .map(name -> name.substring(folder.length()))
                .collect(Collectors.toSet());
    }

    /** The ids that the bill of materials of this module has, as {@code group:name:version}. */
    private static Set<String> bundled(Map<String, String> archive, String module) {
        String file = "META-INF/sbom/" + module + ".cdx.json";
        assertThat(archive).containsKey(file);
        Set<String> ids = new TreeSet<>();
        try {
            for (JsonNode found : new JsonMapper().readTree(archive.get(file)).path("components")) {
                ids.add(found.path("group").asText() + ":" + found.path("name").asText() + ":"
                        + found.path("version").asText());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    private static Set<String> listed(Map<String, String> archive) {
        assertThat(archive).containsKey("META-INF/THIRD-PARTY.txt");
        return LISTED.matcher(archive.get("META-INF/THIRD-PARTY.txt"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Set<String> ids, String form) {
        return ids.stream()
                .map(id -> String.format(form, (Object[]) id.split(":")))
                .collect(Collectors.toSet());
    }

    private static String idOf(String pomProperties) {
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(pomProperties.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("groupId") + ":" + properties.getProperty("artifactId") + ":"
                + properties.getProperty("version");
    }
}
