package dev.millrace.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The charts of a report; it leaves out charts without values. */
final class Charts {
    private static final String MILLRACE = "Millrace";

    private final BenchMetrics figures;

    Charts(BenchMetrics figures) {
        this.figures = figures;
    }

    /** @return file name and title of each written chart */
    Map<String, String> write(Path folder) throws IOException {
        Map<String, String> written = new LinkedHashMap<>();
        write(
                folder,
                written,
                "way.svg",
                "From request to result, one request for each task: tasks a second",
                figure -> isOf(figure, "way", "one by one") || isOf(figure, "peers", "one by one"));
        write(
                folder,
                written,
                "batches.svg",
                "From request to result, in batches of 1,000: tasks a second",
                figure -> isOf(figure, "way", "batches of 1,000") || isOf(figure, "peers", "batches of 1,000"));
        write(
                folder,
                written,
                "latency.svg",
                "From request to result at low load: milliseconds",
                figure -> isOf(figure, "way", "p50 at 1 %")
                        || isOf(figure, "way", "p99 at 1 %")
                        || isOf(figure, "peers", "p50 at low load")
                        || isOf(figure, "peers", "p99 at low load"));
        write(
                folder,
                written,
                "drain.svg",
                "What has piled up: tasks a second",
                figure -> figure.part().equals("drain") || isOf(figure, "peers", "drain"));
        write(folder, written, "backlog.svg", "A task while so many others wait: microseconds", figure -> figure.part()
                .equals("backlog"));
        write(
                folder,
                written,
                "sessions.svg",
                "Heap of an open WebSocket: kilobytes",
                figure -> figure.part().equals("sessions") && figure.name().endsWith("heap of each"));
        return written;
    }

    private void write(
            Path folder, Map<String, String> written, String name, String title, Predicate<BenchMetric> which)
            throws IOException {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (BenchMetric figure : figures.all()) {
            if (which.test(figure)) {
                bars.add(
                        new BarChart.Bar(label(figure), figure, figure.subject().startsWith(MILLRACE)));
            }
        }
        if (!bars.isEmpty()) {
            Files.writeString(folder.resolve(name), BarChart.svg(title, bars));
            written.put(name, title);
        }
    }

    private static String label(BenchMetric figure) {
        boolean plain = figure.name().equals("one by one")
                || figure.name().equals("batches of 1,000")
                || figure.part().equals("drain")
                || figure.name().equals("drain");
        return plain
                ? figure.subject()
                : figure.subject() + ", " + figure.name().replace(": heap of each", "");
    }

    private static boolean isOf(BenchMetric figure, String part, String name) {
        return figure.part().equals(part) && figure.name().equals(name);
    }
}
