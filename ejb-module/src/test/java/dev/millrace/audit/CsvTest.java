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
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =1",
                "\n\t =1",
                "\u00a0=1",
                "\u3000+1",
                "\u200b@A1",
                "\ufeff=1",
                "\u0000=1",
                "\u001f-1",
                "\u2028=1",
                "\u202e=1",
                "\u0301=1",
                "\ud800=1",
                "\uff1d1+1",
                "\uff0b1",
                "\uff0d1",
                "\uff20A1",
                "\ufe66" + "1",
                "\u22121",
                " \u200b\uff1d1"
            })
    void no_cell_is_a_formula_in_a_spreadsheet(String cell) {
        assertThat(Csv.row(List.of(cell))).isEqualTo("\"'" + cell + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ada", "a=1", "\u00e4-1", "1-1", "(1)", "\u200b", "user.disable", "2026-01-31T09:30:00Z"})
    void a_text_that_no_spreadsheet_runs_stays_as_it_is(String cell) {
        assertThat(Csv.row(List.of(cell))).isEqualTo("\"" + cell + "\"\r\n");
    }
}
