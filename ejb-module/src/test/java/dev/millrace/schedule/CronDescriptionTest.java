package dev.millrace.schedule;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CronDescriptionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * * *            | Every minute",
                "*/5 * * * *          | Every 5 minutes",
                "*/7 * * * *          | At minutes 0, 7, 14, 21, 28, 35, 42, 49 and 56 of every hour",
                "5,10 * * * *         | At minutes 5 and 10 of every hour",
                "* 2 * * *            | Every minute from 02:00 to 02:59 every day",
                "*/10 9-17 * * MON-FRI | Every 10 minutes from 09:00 to 17:59 on Monday to Friday",
                "* 0,12 * * *         | Every minute in hours 0 and 12 every day",
                "@hourly              | Every hour",
                "30 * * * *           | Every hour at minute 30",
                "15 */2 * * *         | Every 2 hours at minute 15",
                "0 */12 * * *         | At 00:00 and 12:00 every day",
                "30 9-17 * * 1-5      | Every hour from 09:30 to 17:30 on Monday to Friday",
                "30 2 * * *           | At 02:30 every day",
                "0 9 * * SAT,SUN      | At 09:00 on Saturday and Sunday",
                "0 12 * * */2         | At 12:00 on Tuesday, Thursday, Saturday and Sunday",
                "0 0 1,15 * *         | At 00:00 on days 1 and 15 of the month",
                "0 0 13 * 5           | At 00:00 on day 13 of the month or on Friday",
                "0 0 */10 * 1         | At 00:00 on days 1, 11, 21 and 31 of the month if it is Monday",
                "0 0 1-31 * 1         | At 00:00 every day",
                "0 6 * 6-8 *          | At 06:00 every day in June to August",
                "@yearly              | At 00:00 on day 1 of the month in January",
            })
    void an_expression_has_a_natural_description(String text, String expected) {
        String words = CronDescription.of(Cron.parse(text));

        assertThat(words).isEqualTo(expected);
    }
}
