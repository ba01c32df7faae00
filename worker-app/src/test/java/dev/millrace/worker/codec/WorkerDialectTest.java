package dev.millrace.worker.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.millrace.contract.schema.TextFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reads the file that the server's and the form's tests read, too. */
class WorkerDialectTest {
    private static final JsonNode GOLDEN = golden();

    record Case(String keyword, String argument, JsonNode value, boolean accepted) {}

    static Stream<Case> formats() {
        return GOLDEN.get("formats").properties().stream()
                .flatMap(format -> cases("format", format.getKey(), format.getValue()));
    }

    static Stream<Case> patterns() {
        return stream(GOLDEN.get("patterns"))
                .flatMap(pattern -> cases("pattern", pattern.get("pattern").textValue(), pattern));
    }

    private static Stream<Case> cases(String keyword, String annotation, JsonNode values) {
        return Stream.concat(
                stream(values.get("accepted")).map(value -> new Case(keyword, annotation, value, true)),
                stream(values.get("refused")).map(value -> new Case(keyword, annotation, value, false)));
    }

    @ParameterizedTest
    @MethodSource({"formats", "patterns"})
    void the_worker_reads_the_values_that_the_golden_file_accepts(Case golden) {
        TextCodec codec = new TextCodec(rules(golden), text -> text, Object::toString);

        if (golden.accepted()) {
            assertThat(read(codec, golden.value())).isEqualTo(golden.value().textValue());
        } else {
            assertThat(read(codec, golden.value())).isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void the_worker_has_no_other_formats() {
        assertThat(Stream.of(TextFormat.values()).map(TextFormat::keyword))
                .containsExactlyInAnyOrderElementsOf(GOLDEN.get("formats").properties().stream()
                        .map(format -> format.getKey())
                        .toList());
        assertThat(stream(GOLDEN.get("formatsThatAreNotChecked")).map(JsonNode::textValue))
                .isNotEmpty()
                .allMatch(format -> TextFormat.byKeyword(format).isEmpty());
    }

    @Test
    void a_pattern_outside_the_dialect_stops_the_worker() {
        assertThat(stream(GOLDEN.at("/formats/regex/refused")).map(JsonNode::textValue))
                .isNotEmpty()
                .allSatisfy(pattern -> assertThatThrownBy(() -> TextConstraints.NONE.withPattern(pattern))
                        .isInstanceOf(IllegalArgumentException.class));
    }

    private static TextConstraints rules(Case golden) {
        return golden.keyword().equals("pattern")
                ? TextConstraints.NONE.withPattern(golden.argument())
                : TextConstraints.of(TextFormat.byKeyword(golden.argument()).orElseThrow());
    }

    private static Object read(TextCodec codec, JsonNode value) {
        try {
            return codec.read(value, ValuePath.ROOT);
        } catch (InvalidValue e) {
            return e;
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode golden() {
        try (InputStream file = WorkerDialectTest.class.getResourceAsStream("/golden/dialect.json")) {
            return ServerSchema.JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
