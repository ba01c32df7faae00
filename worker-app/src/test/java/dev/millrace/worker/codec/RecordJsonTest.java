package dev.millrace.worker.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.type.TypeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.worker.api.Parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class RecordJsonTest {
    record Money(BigDecimal amount, BigInteger units, JsonNode note) {}

    record Figures(double mean, Double deviation, List<Float> shares, Map<String, Double> byName) {}

    record Times(LocalDate day, LocalTime time, OffsetDateTime at, Instant instant, Duration lasted) {}

    record Maybe(Optional<String> a, Integer b, String c) {}

    record Half(String text) {}

    record Moment(Instant at) {}

    record Lasting(Duration time) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678901234567.89",
                "0.1000000000000000055511151231257827",
                "-1E-2000",
                "1.00",
                "9007199254740993"
            })
    void a_number_keeps_every_digit_through_the_worker(String number) throws Exception {
        String json = "{\"amount\":" + number + ",\"units\":123456789012345678901234567890,\"note\":{\"n\":[" + number
                + "]}}";

        Money money = (Money) parameters(Money.class).read(json);

        assertThat(money.amount()).isEqualTo(new BigDecimal(number));
        assertThat(result(Money.class).write(money)).isEqualTo(json);
    }

    static Stream<Arguments> notFinite() {
        return Stream.of(
                arguments("/mean", new Figures(Double.NaN, 0.0, List.of(), Map.of())),
                arguments("/deviation", new Figures(0, Double.POSITIVE_INFINITY, List.of(), Map.of())),
                arguments("/shares/1", new Figures(0, null, List.of(1f, Float.NEGATIVE_INFINITY), Map.of())),
                arguments("/byName/a~1b", new Figures(0, null, List.of(), Map.of("a/b", Double.NaN))));
    }

    @ParameterizedTest
    @MethodSource("notFinite")
    void a_number_that_is_not_finite_is_rejected_with_its_place(String path, Figures figures) {
        assertThatThrownBy(() -> result(Figures.class).write(figures))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith(path + " must be a finite number");
    }

    @Test
    void a_json_member_accepts_finite_numbers_only() {
        JsonNode note = JsonNodeFactory.instance.arrayNode().add(Double.NaN);

        assertThatThrownBy(() -> result(Money.class).write(new Money(null, null, note)))
                .hasMessageStartingWith("/note/0 must be a finite number");
    }

    @Test
    void a_reference_in_a_result_is_nullable_in_its_schema() throws Exception {
        RecordJson result = result(Figures.class);
        String written = result.write(new Figures(1, null, Arrays.asList(1f, null), null));

        assertThat(written).isEqualTo("{\"mean\":1.0,\"deviation\":null,\"shares\":[1.0,null],\"byName\":null}");
        assertThat(new ServerSchema(result.schema()).accepts(ServerSchema.JSON.readTree(written)))
                .isTrue();
    }

    @Test
    void a_number_that_is_too_long_for_json_is_rejected_at_once() {
        Money money = new Money(null, BigInteger.TWO.pow(10_000_000).subtract(BigInteger.ONE), null);

        assertThatThrownBy(() -> result(Money.class).write(money)).hasMessageStartingWith("/units has too many digits");
    }

    @Test
    void an_unpaired_surrogate_is_rejected_with_its_place() {
        assertThatThrownBy(() -> result(Half.class).write(new Half("\ud83d")))
                .hasMessageStartingWith("/text contains an unpaired surrogate");
    }

    @Test
    void times_are_written_in_full() throws Exception {
        Times times = new Times(
                LocalDate.of(2026, 2, 28),
                LocalTime.of(14, 30),
                OffsetDateTime.parse("2026-02-28T14:30+01:00"),
                Instant.parse("2026-02-28T14:30:00Z"),
                Duration.ofSeconds(90));

        assertThat(result(Times.class).write(times))
                .isEqualTo("{\"day\":\"2026-02-28\",\"time\":\"14:30:00\",\"at\":\"2026-02-28T14:30:00+01:00\","
                        + "\"instant\":\"2026-02-28T14:30:00Z\",\"lasted\":\"PT1M30S\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "0000-01-01T00:00:00+18:00, 0000-01-01T00:00:00+18:00",
        "9999-12-31T23:59:59.999999999-18:00, 9999-12-31T23:59:59.999999999-18:00",
        "9999-12-31T23:59:59+18:00, 9999-12-31T05:59:59Z"
    })
    void an_instant_at_the_edge_is_written_where_its_year_has_four_digits(String read, String written)
            throws Exception {
        Moment moment = (Moment) parameters(Moment.class).read("{\"at\":\"" + read + "\"}");

        assertThat(result(Moment.class).write(moment)).isEqualTo("{\"at\":\"" + written + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-000000001-12-31T05:59:59Z", "+10000-01-01T18:00:00Z", "-1000000000-01-01T00:00Z"})
    void an_instant_beyond_the_edge_is_rejected_with_its_place(String instant) {
        Moment moment = new Moment(
                instant.startsWith("-1") ? Instant.MIN : Instant.parse(instant.replace("-000000001", "-0001")));

        assertThatThrownBy(() -> result(Moment.class).write(moment))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("/at must be a date-time");
    }

    @ParameterizedTest
    @CsvSource({
        "PT1256666640H, P9999999DT999999999H999999900M0S",
        "P9999999DT999999999H999999999M999999999.999999999S, P9999999DT999999999H999999999M999999999.999999999S",
        "PT999999999H60M0.5S, P9999999DT760000024H0M0.5S"
    })
    void a_duration_of_many_hours_is_written_as_it_can_be_read(String duration, String written) throws Exception {
        assertThat(result(Lasting.class).write(new Lasting(Duration.parse(duration))))
                .isEqualTo("{\"time\":\"" + written + "\"}");
        assertThat(parameters(Lasting.class).read("{\"time\":\"" + written + "\"}"))
                .isEqualTo(new Lasting(Duration.parse(duration)));
    }

    @Test
    void a_duration_without_a_text_is_rejected_with_its_place() {
        for (Duration duration : List.of(Duration.ofSeconds(Long.MAX_VALUE), Duration.ofSeconds(-1))) {
            assertThatThrownBy(() -> result(Lasting.class).write(new Lasting(duration)))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageStartingWith("/time must");
        }
    }

    @Test
    void an_optional_may_be_left_out_or_null() throws Exception {
        assertThat(parameters(Maybe.class).read("{\"b\": null, \"c\": \"\"}"))
                .isEqualTo(new Maybe(Optional.empty(), null, ""));
        assertThat(parameters(Maybe.class).read("{\"a\": null, \"b\": 1, \"c\": \"\"}"))
                .isEqualTo(new Maybe(Optional.empty(), 1, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'b': 1}                     | /c is required",
                "{'b': 1, 'c': null}          | /c must be a string",
                "{'b': 1, 'c': 1}             | /c must be a string",
                "{'b': '1', 'c': ''}          | /b must be a whole number",
                "{'b': 1.5, 'c': ''}          | /b must be a whole number",
                "{'b': 3000000000, 'c': ''}   | /b must be at most 2147483647",
                "{'b': 1, 'c': '', 'd': 1}    | /d unknown property",
                "[]                           | must be an object",
            })
    void a_value_that_does_not_match_is_rejected_with_its_place(String json, String message) {
        assertThatThrownBy(() -> parameters(Maybe.class).read(json.replace('\'', '"')))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"b\":1,\"b\":1,\"c\":\"\"}",
                "{\"b\":1,\"c\":\"\"} {}",
                "{\"b\":01,\"c\":\"\"}",
                "{\"b\":NaN,\"c\":\"\"}"
            })
    void text_with_a_syntax_error_or_a_duplicate_property_is_no_json(String json) {
        assertThatThrownBy(() -> parameters(Maybe.class).read(json))
                .isInstanceOfAny(JsonProcessingException.class, InvalidValue.class);
    }

    record OldDate(Date at) {}

    record Anything(Object any) {}

    record Wild(List<?> any) {}

    record Keys(Map<Integer, String> byNumber) {}

    record Bean(Thread thread) {}

    record Endless(Endless next) {}

    record Formatted(@JsonFormat(pattern = "yyyy") LocalDate year) {}

    record Ignored(@JsonIgnore String secret) {}

    record BadPattern(@Parameter(pattern = "(") String text) {}

    record AheadPattern(@Parameter(pattern = "^(?=a)") String text) {}

    record BadFormat(@Parameter(format = "colour") String text) {}

    record LongNumber(@Parameter(maxLength = 3) int number) {}

    record GreatText(@Parameter(max = 3) String text) {}

    record BadDefault(@Parameter(defaultsTo = "300", max = 200) int number) {}

    record NoDefault(@Parameter(defaultsTo = "{") int number) {}

    record Deep(List<Map<String, Optional<Anything>>> inner) {}

    sealed interface Open permits Free {}

    static non-sealed class Free implements Open {}

    record Opened(Open open) {}

    @ParameterizedTest
    @MethodSource("unsupported")
    void a_type_that_json_cannot_express_is_rejected_with_its_component(Class<?> type, String message) {
        assertThatThrownBy(() -> parameters(type))
                .isInstanceOf(UnsupportedType.class)
                .hasMessageContaining(message);
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                arguments(OldDate.class, "OldDate.at is of type java.util.Date"),
                arguments(Anything.class, "Anything.any is of type java.lang.Object"),
                arguments(Wild.class, "Wild.any is of type"),
                arguments(Keys.class, "Keys.byNumber is a map with keys of type java.lang.Integer"),
                arguments(Bean.class, "Bean.thread is of type java.lang.Thread"),
                arguments(Endless.class, "Endless contains itself"),
                arguments(Formatted.class, "@JsonFormat"),
                arguments(Ignored.class, "@JsonIgnore"),
                arguments(BadPattern.class, "BadPattern.text has a pattern that does not compile"),
                arguments(AheadPattern.class, "looking ahead"),
                arguments(BadFormat.class, "BadFormat.text has an unknown format"),
                arguments(LongNumber.class, "LongNumber.number has minLength"),
                arguments(GreatText.class, "GreatText.text has min or max"),
                arguments(
                        BadDefault.class,
                        "BadDefault.number has a default that does not match the schema: must be at most 200"),
                arguments(NoDefault.class, "NoDefault.number has a default that is not JSON"),
                arguments(Deep.class, "Anything.any"),
                arguments(Opened.class, "permits Free"));
    }

    private static RecordJson parameters(Class<?> type) {
        return RecordJson.ofParameters(TypeFactory.defaultInstance().constructType(type));
    }

    private static RecordJson result(Class<?> type) {
        return RecordJson.ofResult(TypeFactory.defaultInstance().constructType(type));
    }
}
