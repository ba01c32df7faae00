package dev.millrace.bench.report;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BenchMetricTest {
    @Test
    void the_median_is_the_middle_run_in_any_order() {
        assertThat(metric(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void the_median_of_an_even_number_of_runs_is_between_the_middle_ones() {
        assertThat(metric(4, 1, 2, 9).median()).isEqualTo(3);
    }

    @Test
    void the_spread_is_from_the_least_to_the_greatest() {
        assertThat(metric(9, 1, 5).least()).isEqualTo(1);
        assertThat(metric(9, 1, 5).greatest()).isEqualTo(9);
    }

    @Test
    void a_metric_without_values_is_rejected() {
        assertThatThrownBy(BenchMetricTest::metric).hasMessageContaining("never measured");
    }

    private static BenchMetric metric(double... runs) {
        return new BenchMetric(
                "way",
                "Millrace",
                "one by one",
                "tasks/s",
                List.of(Arrays.stream(runs).boxed().toArray(Double[]::new)));
    }
}
