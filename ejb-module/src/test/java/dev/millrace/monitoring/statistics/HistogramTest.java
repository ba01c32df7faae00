package dev.millrace.monitoring.statistics;

import java.util.OptionalLong;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

class HistogramTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.95, 0.99})
    void a_percentile_is_off_by_a_tenth_at_most(double share) {
        Histogram histogram = new Histogram();
        LongStream.rangeClosed(1, 100_000).forEach(histogram::add);

        assertThat(histogram.percentile(share).orElseThrow()).isCloseTo((long) (share * 100_000), withinPercentage(10));
    }

    @Test
    void histograms_of_nodes_add_up() {
        Histogram one = new Histogram();
        Histogram other = new Histogram();
        LongStream.range(0, 90).forEach(i -> one.add(10));
        LongStream.range(0, 10).forEach(i -> other.add(10_000));

        one.add(other);

        assertThat(one.percentile(0.5).orElseThrow()).isCloseTo(10, withinPercentage(10));
        assertThat(one.percentile(0.95).orElseThrow()).isCloseTo(10_000, withinPercentage(10));
    }

    @Test
    void a_written_histogram_reads_back_equal() {
        Histogram histogram = new Histogram();
        LongStream.of(0, 1, 17, 17, 4_000, Long.MAX_VALUE).forEach(histogram::add);

        assertThat(Histogram.parse(histogram.toString())).hasToString(histogram.toString());
        assertThat(histogram).hasToString("0:2 16:2 47:1 124:1");
    }

    @Test
    void an_empty_histogram_has_no_percentile() {
        assertThat(Histogram.parse("").percentile(0.5)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void a_full_histogram_fits_into_its_column() {
        Histogram histogram = new Histogram();
        for (double millis = 1; millis < 4e9; millis *= 1.1) {
            histogram.add((long) millis);
        }
        String aBillionOfEach = histogram.toString().replaceAll(":\\d+", ":1000000000");

        assertThat(aBillionOfEach.length()).isLessThan(4_000);
    }
}
