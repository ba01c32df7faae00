package dev.millrace.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CombinedRunsTest {
    private static final String MONDAY = "2026-01-05T00:00:00Z";
    private static final String TUESDAY = "2026-01-06T00:00:00Z";

    @TempDir
    private Path folder;

    @Test
    void a_part_comes_from_the_first_run_that_has_it() {
        BenchReport monday = run(MONDAY);
        measured(monday, "sessions", "Millrace, H2", "heap", 38);
        BenchReport tuesday = run(TUESDAY);
        measured(tuesday, "sessions", "Millrace, H2", "heap", 44);
        measured(tuesday, "sessions", "Millrace, WildFly", "heap", 14);

        CombinedRuns pieces = new CombinedRuns(List.of(monday, tuesday));

        assertThat(median(pieces, "sessions", "Millrace, H2")).isEqualTo(38);
        assertThat(median(pieces, "sessions", "Millrace, WildFly")).isEqualTo(14);
        assertThat(pieces.runs("sessions")).containsExactly(monday, tuesday);
    }

    @Test
    void comparisons_use_the_run_that_measured_the_peers() {
        BenchReport monday = run(MONDAY);
        measured(monday, "way", "Millrace, H2", "heap", 5_000);
        BenchReport tuesday = run(TUESDAY);
        measured(tuesday, "way", "Millrace, H2", "heap", 400);
        measured(tuesday, "peers", "Celery", "heap", 400);

        CombinedRuns pieces = new CombinedRuns(List.of(monday, tuesday));

        assertThat(median(pieces, "way", "Millrace, H2")).isEqualTo(400);
        assertThat(pieces.runs()).containsExactly(tuesday);
    }

    @Test
    void a_database_measured_without_the_peers_is_shown_and_not_compared() throws IOException {
        BenchReport monday = run(MONDAY);
        measured(monday, "way", "Millrace, PostgreSQL", "one by one", 800);
        measured(monday, "peers", "Celery", "one by one", 400);
        BenchReport tuesday = run(TUESDAY);
        measured(tuesday, "way", "Millrace, H2", "one by one", 600);

        BenchReport.writePage(folder, List.of(monday, tuesday));

        assertThat(folder.resolve("performance.md"))
                .content()
                .contains(
                        "| Millrace, PostgreSQL: whole way one by one ÷ Celery | ≥ 4.00 | 2.00 | **not met** |",
                        "| Millrace, H2: whole way one by one ÷ Celery | ≥ 4.00 | — | not measured |",
                        "| Millrace, H2 | one by one | 600 | 600 … 600 | tasks/s |");
        assertThat(folder.resolve("images/performance/way.svg"))
                .content()
                .contains("Celery", "PostgreSQL")
                .doesNotContain("H2");
    }

    @Test
    void runs_of_other_settings_or_machines_do_not_belong_on_one_page() {
        BenchReport here = run(MONDAY, Map.of("Cores", "2"), Map.of());
        BenchReport there = run(TUESDAY, Map.of("Cores", "64"), Map.of());
        BenchReport otherwise = run(TUESDAY, Map.of("Cores", "2"), Map.of("MILLRACE_WORKER_CONCURRENCY", "1"));

        assertThatThrownBy(() -> new CombinedRuns(List.of(here, there))).hasMessageContaining("on different machines");
        assertThatThrownBy(() -> new CombinedRuns(List.of(here, otherwise)))
                .hasMessageContaining("with different settings");
    }

    @Test
    void a_value_missed_by_one_run_is_not_missing_if_another_has_it() {
        BenchReport monday = run(MONDAY);
        monday.metrics().missing("sessions, Millrace, H2", "too many open files");
        monday.metrics().missing("BullMQ", "npm is not there");
        BenchReport tuesday = run(TUESDAY);
        measured(tuesday, "sessions", "Millrace, H2", "heap", 38);

        CombinedRuns pieces = new CombinedRuns(List.of(monday, tuesday));

        assertThat(pieces.metrics().missing()).containsOnlyKeys("BullMQ");
    }

    @Test
    void a_value_missed_in_one_round_is_reported_though_another_round_has_it() {
        BenchReport monday = run(MONDAY);
        measured(monday, "backlog", "Millrace, H2", "1000000 waiting", 20_000);
        monday.metrics().missing("backlog, Millrace, H2", "72 results were not heard of");

        CombinedRuns pieces = new CombinedRuns(List.of(monday));

        assertThat(pieces.metrics().missing()).containsOnlyKeys("backlog, Millrace, H2");
    }

    @Test
    void the_page_has_the_time_and_number_of_runs_of_each_part() throws IOException {
        BenchReport monday = run(MONDAY);
        measured(monday, "way", "Millrace, H2", "one by one", 400, 500);
        BenchReport tuesday = run(TUESDAY);
        measured(tuesday, "cpu", "Millrace, H2", "share of the handlers", 97);

        BenchReport.writePage(folder, List.of(readBack(monday), readBack(tuesday)));

        assertThat(folder.resolve("performance.md"))
                .content()
                .contains(
                        "result at an open WebSocket\n\nMeasured 2026-01-05T00:00:00Z at commit unknown, 2 rounds.",
                        "## CPU work\n\nMeasured 2026-01-06T00:00:00Z at commit unknown, 1 round.",
                        "| Millrace, H2 | one by one | 450 | 400 … 500 | tasks/s |");
    }

    private static BenchReport run(String at) {
        return run(at, Map.of(), Map.of());
    }

    private static BenchReport run(String at, Map<String, String> facts, Map<String, String> settings) {
        return new BenchReport(new Machine(Instant.parse(at), facts), settings, new BenchMetrics(), 3);
    }

    private static void measured(BenchReport run, String part, String subject, String name, double... values) {
        for (double value : values) {
            run.metrics().add(part, subject, name, "tasks/s", value);
        }
    }

    private static double median(CombinedRuns pieces, String part, String subject) {
        return pieces.metrics().find(part, subject, "heap").orElseThrow().median();
    }

    private BenchReport readBack(BenchReport run) throws IOException {
        Path results = Files.createTempDirectory(folder, "results");
        run.write(results);
        try (Stream<Path> folders = Files.list(results)) {
            return BenchReport.in(folders.findFirst().orElseThrow());
        }
    }
}
