package dev.millrace.audit;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTest {
    @Test
    void cells_are_quoted_and_lines_end_as_in_rfc_4180() {
        assertThat(Csv.row(Arrays.asList("a", null, "b \"c\"\nd, e")))
                .isEqualTo("\"a\",\"\",\"b \"\"c\"\"\nd, e\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void no_cell_is_a_formula_in_a_spreadsheet(String cell) {
        assertThat(Csv.row(List.of(cell))).isEqualTo("\"'" + cell + "\"\r\n");
    }
}
