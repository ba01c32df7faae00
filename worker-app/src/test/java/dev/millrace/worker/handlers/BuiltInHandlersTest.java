package dev.millrace.worker.handlers;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.registry.HandlerRegistry;
import dev.millrace.worker.registry.HandlerType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BuiltInHandlersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HandlerRegistry handlers = HandlerRegistry.scanClassPath();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "generate_random_number",
                "reverse_string",
                "render_mandelbrot",
                "price_option_monte_carlo",
                "summarize_csv"
            })
    void a_handler_is_found_by_itself_with_texts_and_an_example(String name) throws Exception {
        HandlerType type = handlers.find(name).orElseThrow();

        assertThat(type.announcement().title()).isNotBlank();
        assertThat(type.parameters(type.announcement().example())).isNotNull();
        assertThat(JSON.readTree(type.announcement().parametersSchema())
                        .path("type")
                        .asText())
                .isEqualTo("object");
    }

    @Test
    void a_text_is_turned_round_by_grapheme() throws Exception {
        assertThat(result("reverse_string", "{\"text\": \"añ👨‍👩‍👧\"}")
                        .path("reversedText")
                        .asText())
                .isEqualTo("👨‍👩‍👧ña");
    }

    @Test
    void a_random_number_is_between_its_bounds() throws Exception {
        assertThat(result("generate_random_number", "{\"min_value\": 7, \"max_value\": 7}")
                        .path("value")
                        .asLong())
                .isEqualTo(7);
        assertThat(result("generate_random_number", "{}").path("value").asLong())
                .isBetween(1L, 100L);
    }

    @Test
    void swapped_bounds_are_rejected() {
        assertThatThrownBy(() -> result("generate_random_number", "{\"min_value\": 9, \"max_value\": 1}"))
                .hasMessageContaining("min_value 9 is greater than max_value 1");
    }

    @Test
    void a_mandelbrot_set_is_a_png_of_the_wanted_size() throws Exception {
        JsonNode picture = result("render_mandelbrot", "{\"width\": 32, \"height\": 24, \"iterations\": 50}");

        assertThat(picture.path("image").asText()).startsWith("data:image/png;base64,iVBOR");
        assertThat(picture.path("height").asInt()).isEqualTo(24);
    }

    @Test
    void a_price_comes_close_to_black_and_scholes() throws Exception {
        JsonNode estimate = result(
                "price_option_monte_carlo",
                "{\"kind\": \"CALL\", \"spot\": 100, \"strike\": 100, \"rate\": 0.05, \"volatility\": 0.2,"
                        + " \"years\": 1, \"paths\": 200000}");

        double distance = Math.abs(estimate.path("price").asDouble() - 10.4506);
        assertThat(distance).isLessThan(5 * estimate.path("standardError").asDouble());
        assertThat(estimate.path("convergence").size()).isEqualTo(50);
    }

    @Test
    void a_table_is_summarized_column_by_column() throws Exception {
        JsonNode columns = result("summarize_csv", "{\"csv\": \"n,word\\n1,a\\n3,b\\n,b\\n\"}")
                .path("columns");

        assertThat(columns.path(0).path("mean").asDouble()).isEqualTo(2);
        assertThat(columns.path(0).path("missing").asLong()).isEqualTo(1);
        assertThat(columns.path(0).path("max").asText()).isEqualTo("3");
        assertThat(columns.path(1).path("distinct").asLong()).isEqualTo(2);
        assertThat(columns.path(1).path("mean").isNull()).isTrue();
    }

    @Test
    void schemas_have_the_properties_that_a_form_uses() throws Exception {
        JsonNode schema = JSON.readTree(
                handlers.find("render_mandelbrot").orElseThrow().announcement().parametersSchema());
        JsonNode text = JSON.readTree(
                handlers.find("reverse_string").orElseThrow().announcement().parametersSchema());

        assertThat(schema.at("/properties/width/title").asText()).isEqualTo("Width");
        assertThat(schema.at("/properties/width/default").asInt()).isEqualTo(640);
        assertThat(schema.at("/properties/center_x/minimum").asDouble()).isEqualTo(-2);
        assertThat(text.at("/required/0").asText()).isEqualTo("text");
        assertThat(text.at("/properties/text/maxLength").asInt()).isEqualTo(1000);
        assertThat(text.at("/additionalProperties").asBoolean(true)).isFalse();
    }

    private JsonNode result(String type, String parameters) throws Exception {
        HandlerType handler = handlers.find(type).orElseThrow();
        return JSON.readTree(handler.invoke(handler.parameters(parameters), new Patient()));
    }

    /** A context that never requests a stop. */
    private static final class Patient implements TaskContext {
        @Override
        public UUID taskId() {
            return UUID.randomUUID();
        }

        @Override
        public int attempt() {
            return 1;
        }

        @Override
        public Instant deadline() {
            return null;
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(double fraction, String message) {
            assertThat(fraction).isBetween(0.0, 1.0);
        }

        @Override
        public void log(String line) {}
    }
}
