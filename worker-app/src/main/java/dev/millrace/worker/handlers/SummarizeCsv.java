package dev.millrace.worker.handlers;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import dev.millrace.worker.api.DoNotRetry;
import dev.millrace.worker.api.Parameter;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

@TaskType(
        name = "summarize_csv",
        title = "Summarize a CSV file",
        description =
                "Counts, bounds, mean and deviation of each column of a CSV text whose first line names the columns.",
        example = "{\"csv\": \"city,height_m,founded\\nOslo,23,1040\\nBern,540,1191\\nQuito,2850,1534\\n\"}")
public final class SummarizeCsv implements TaskHandler<SummarizeCsv.Table, SummarizeCsv.Summary> {
    private static final int MAX_CHARACTERS = 1_048_576;
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    public record Table(
            @Parameter(title = "CSV", help = "Up to 1 MB", minLength = 1, maxLength = MAX_CHARACTERS) String csv) {}

    /** Numbers are null for a column with any other text than numbers. */
    public record Column(
            String name,
            long count,
            long missing,
            long distinct,
            String min,
            String max,
            Double mean,
            Double deviation) {}

    public record Summary(long rows, List<Column> columns) {}

    @Override
    public Summary run(Table table, TaskContext context) throws DoNotRetry {
        try (CSVParser parser = FORMAT.parse(new StringReader(table.csv()))) {
            List<Tally> tallies =
                    parser.getHeaderNames().stream().map(Tally::new).toList();
            long rows = 0;
            for (CSVRecord row : parser) {
                if (rows++ % 500 == 0) {
                    context.stopIfCancelled();
                    context.progress(
                            Math.min(
                                    1,
                                    (double) row.getCharacterPosition()
                                            / table.csv().length()),
                            rows + " rows");
                }
                for (int i = 0; i < tallies.size(); i++) {
                    tallies.get(i).add(i < row.size() ? row.get(i) : "");
                }
            }
            return new Summary(rows, tallies.stream().map(Tally::column).toList());
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new DoNotRetry("This is not a CSV text with a header: " + e.getMessage(), e);
        }
    }

    /** Running statistics of one column; mean and deviation by Welford's method. */
    private static final class Tally {
        private final String name;
        private final Set<String> values = new HashSet<>();
        private double min = Double.POSITIVE_INFINITY;
        private double max = Double.NEGATIVE_INFINITY;
        private String first;
        private String last;
        private long count;
        private long missing;
        private boolean numeric = true;
        private double mean;
        private double squares;

        Tally(String name) {
            this.name = name;
        }

        void add(String value) {
            if (value.isEmpty()) {
                missing++;
                return;
            }
            count++;
            values.add(value);
            first = first == null || value.compareTo(first) < 0 ? value : first;
            last = last == null || value.compareTo(last) > 0 ? value : last;
            if (numeric) {
                addNumber(value);
            }
        }

        private void addNumber(String value) {
            try {
                double number = Double.parseDouble(value);
                double delta = number - mean;
                mean += delta / count;
                squares += delta * (number - mean);
                min = Math.min(min, number);
                max = Math.max(max, number);
            } catch (NumberFormatException e) {
                numeric = false;
            }
        }

        Column column() {
            if (!numeric || count == 0) {
                return new Column(name, count, missing, values.size(), first, last, null, null);
            }
            double deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
            return new Column(name, count, missing, values.size(), text(min), text(max), mean, deviation);
        }

        private static String text(double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : Double.toString(number);
        }
    }
}
