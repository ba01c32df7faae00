package dev.millrace.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class BenchReportTest {
    private static final Machine MACHINE = new Machine(Instant.parse("2026-01-01T00:00:00Z"), Map.of("Cores", "2"));

    private final BenchMetrics metrics = new BenchMetrics();
    private final BenchReport report = new BenchReport(MACHINE, Map.of("MILLRACE_PUSH_HISTORY", "5"), metrics, 3);

    @TempDir
    private Path folder;

    @Test
    void the_results_keep_every_run() throws IOException {
        measured("way", "Millrace, H2", "one by one", 3_000, 1_000, 2_000);

        report.write(folder);

        JsonNode metric = new ObjectMapper()
                .readTree(onlyFolder().resolve("results.json").toFile())
                .path("figures")
                .path(0);
        assertThat(metric.path("median").asDouble()).isEqualTo(2_000);
        assertThat(metric.path("runs")).hasSize(3);
    }

    @Test
    void the_page_marks_targets_as_met_or_missed() throws IOException {
        measured("way", "Millrace, H2", "one by one", 5_000);
        measured("way", "Millrace, PostgreSQL", "one by one", 3_000);
        measured("peers", "Celery", "one by one", 1_000);

        String page = page();

        assertThat(page).contains("| Millrace, H2: whole way one by one ÷ Celery | ≥ 4.00 | 5.00 | met |");
        assertThat(page)
                .contains("| Millrace, PostgreSQL: whole way one by one ÷ Celery | ≥ 4.00 | 3.00 | **not met** |");
        assertThat(page).contains("| PostgreSQL: drain ÷ JobRunr | ≥ 5.00 | — | not measured |");
    }

    @Test
    void the_page_names_unmeasured_benchmarks_and_their_reasons() throws IOException {
        metrics.missing("BullMQ", "npm is not there\nat all");

        assertThat(page()).contains("- BullMQ: npm is not there\n");
    }

    @Test
    void the_page_shows_machine_and_settings() throws IOException {
        assertThat(page()).contains("| Cores | 2 |", "| `MILLRACE_PUSH_HISTORY` | 5 |");
    }

    @Test
    void every_picture_is_well_formed() throws IOException {
        measured("way", "Millrace, H2", "one by one", 5_000, 6_000);
        measured("peers", "Celery & <others>", "one by one", 1_000);

        report.writePage(folder);

        Path picture = folder.resolve("images/performance/way.svg");
        assertThat(folder.resolve("performance.md")).content().contains("(images/performance/way.svg)");
        assertThatCode(() -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(picture.toFile()))
                .doesNotThrowAnyException();
    }

    @Test
    void the_chart_of_sessions_distinguishes_the_servers() throws IOException {
        measured("sessions", "Millrace, H2", "500 open: heap of each", 38);
        measured("sessions", "Millrace, WildFly", "500 open: heap of each", 14);

        report.writePage(folder);

        assertThat(folder.resolve("images/performance/sessions.svg"))
                .content()
                .contains(">Millrace, H2, 500 open<", ">Millrace, WildFly, 500 open<");
    }

    private void measured(String part, String subject, String name, double... runs) {
        for (double run : runs) {
            metrics.add(part, subject, name, "tasks/s", run);
        }
    }

    private String page() throws IOException {
        report.writePage(folder);
        return Files.readString(folder.resolve("performance.md"));
    }

    private Path onlyFolder() throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.findFirst().orElseThrow();
        }
    }
}
