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

    private final BenchMetrics metrics;

    Charts(BenchMetrics metrics) {
        this.metrics = metrics;
    }

    /** @return file name and title of each written chart */
    Map<String, String> write(Path folder) throws IOException {
        Map<String, String> written = new LinkedHashMap<>();
        write(
                folder,
                written,
                "way.svg",
                "From request to result, one request for each task: tasks a second",
                metric -> isOf(metric, "way", "one by one") || isOf(metric, "peers", "one by one"));
        write(
                folder,
                written,
                "batches.svg",
                "From request to result, in batches of 1,000: tasks a second",
                metric -> isOf(metric, "way", "batches of 1,000") || isOf(metric, "peers", "batches of 1,000"));
        write(
                folder,
                written,
                "latency.svg",
                "From request to result at low load: milliseconds",
                metric -> isOf(metric, "way", "p50 at 1 %")
                        || isOf(metric, "way", "p99 at 1 %")
                        || isOf(metric, "peers", "p50 at low load")
                        || isOf(metric, "peers", "p99 at low load"));
        write(
                folder,
                written,
                "drain.svg",
                "What has piled up: tasks a second",
                metric -> metric.part().equals("drain") || isOf(metric, "peers", "drain"));
        write(folder, written, "backlog.svg", "A task while so many others wait: microseconds", metric -> metric.part()
                .equals("backlog"));
        write(
                folder,
                written,
                "sessions.svg",
                "Heap of an open WebSocket: kilobytes",
                metric -> metric.part().equals("sessions") && metric.name().endsWith("heap of each"));
        return written;
    }

    private void write(
            Path folder, Map<String, String> written, String name, String title, Predicate<BenchMetric> which)
            throws IOException {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (BenchMetric metric : metrics.all()) {
            if (which.test(metric)) {
                bars.add(
                        new BarChart.Bar(label(metric), metric, metric.subject().startsWith(MILLRACE)));
            }
        }
        if (!bars.isEmpty()) {
            Files.writeString(folder.resolve(name), BarChart.svg(title, bars));
            written.put(name, title);
        }
    }

    private static String label(BenchMetric metric) {
        boolean plain = metric.name().equals("one by one")
                || metric.name().equals("batches of 1,000")
                || metric.part().equals("drain")
                || metric.name().equals("drain");
        return plain
                ? metric.subject()
                : metric.subject() + ", " + metric.name().replace(": heap of each", "");
    }

    private static boolean isOf(BenchMetric metric, String part, String name) {
        return metric.part().equals(part) && metric.name().equals(name);
    }
}
