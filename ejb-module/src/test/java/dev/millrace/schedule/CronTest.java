package dev.millrace.schedule;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CronTest {
    private static final long SEED = 20260101;
    private static final LocalDateTime NEW_YEAR = LocalDateTime.parse("2026-01-01T00:00");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *          | 2026-01-01T00:01",
                "*/15 * * * *       | 2026-01-01T00:15",
                "5/20 * * * *       | 2026-01-01T00:05",
                "0 0 * * *          | 2026-01-02T00:00",
                "30 9 * * MON-FRI   | 2026-01-01T09:30",
                "0 0 * * 7          | 2026-01-04T00:00",
                "0 0 * * sun        | 2026-01-04T00:00",
                "0 0 * * 5-7        | 2026-01-02T00:00",
                "0 0 31 * *         | 2026-01-31T00:00",
                "0 0 31 4,5 *       | 2026-05-31T00:00",
                "0 0 13 * 5         | 2026-01-02T00:00",
                "0 0 29 FEB *       | 2028-02-29T00:00",
                "59 23 31 12 *      | 2026-12-31T23:59",
                "@hourly            | 2026-01-01T01:00",
                "@daily             | 2026-01-02T00:00",
                "@weekly            | 2026-01-04T00:00",
                "@Monthly           | 2026-02-01T00:00",
                "@yearly            | 2027-01-01T00:00",
            })
    void the_next_time_is_the_first_that_it_names(String text, LocalDateTime expected) {
        LocalDateTime next = Cron.parse(text).next(NEW_YEAR);

        assertThat(next).isEqualTo(expected);
    }

    @Test
    void an_impossible_day_is_never_next() {
        assertThat(Cron.parse("0 0 30 2 *").next(NEW_YEAR)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b c",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "*/0 * * * *",
                "*/60 * * * *",
                "-1 * * * *",
                "1- * * * *",
                "5-1 * * * *",
                "1,,2 * * * *",
                "1/2/3 * * * *",
                "0 0 L * *",
                "0 0 ? * *",
                "0 0 * MON *",
                "@reboot",
                "99999999999 * * * *"
            })
    void a_text_that_is_no_cron_expression_is_rejected(String text) {
        assertThatThrownBy(() -> Cron.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_fault_names_its_field() {
        assertThatThrownBy(() -> Cron.parse("0 0 32 * *")).hasMessage("day of month: must be 1 to 31");
    }

    @Test
    void next_times_equal_those_of_another_implementation() {
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
        Random random = new Random(SEED);

        for (int i = 0; i < 300; i++) {
            String text = anExpression(random);
            ExecutionTime oracle = ExecutionTime.forCron(parser.parse(text));
            ZonedDateTime expected =
                    NEW_YEAR.plusMinutes(random.nextInt(1_000_000)).atZone(ZoneOffset.UTC);
            LocalDateTime actual = expected.toLocalDateTime();
            for (int run = 0; run < 20; run++) {
                expected = oracle.nextExecution(expected).orElseThrow();
                actual = Cron.parse(text).next(actual);
                assertThat(actual).as(text).isEqualTo(expected.toLocalDateTime());
            }
        }
    }

    private static String anExpression(Random random) {
        String dayOfMonth = random.nextBoolean() ? "*" : field(random, 1, 28);
        String dayOfWeek = random.nextBoolean() ? "*" : field(random, 0, 6);
        return String.join(
                " ", field(random, 0, 59), field(random, 0, 23), dayOfMonth, field(random, 1, 12), dayOfWeek);
    }

    private static String field(Random random, int min, int max) {
        int first = random.nextInt(min, max);
        int last = random.nextInt(first, max + 1);
        return List.of("*", "" + first, first + "-" + last, first + "," + last, first + "-" + last + "/2")
                .get(random.nextInt(5));
    }
}
