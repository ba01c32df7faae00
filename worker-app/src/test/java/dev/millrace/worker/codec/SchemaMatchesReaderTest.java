package dev.millrace.worker.codec;

import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Random values of all types that a handler may use; each seed gives one value, the same each time. */
class SchemaMatchesReaderTest {
    private static final int VALUES = 2_000;

    static Stream<Class<? extends Record>> all() {
        return SampleRecords.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_schema_accepts_exactly_the_values_that_the_worker_reads(Class<? extends Record> type) throws Exception {
        RecordJson json = RecordJson.ofParameters(TypeFactory.defaultInstance().constructType(type));
        JsonNode schema = ServerSchema.JSON.readTree(json.schema());
        ServerSchema server = new ServerSchema(json.schema());
        int read = 0;

        for (long seed = 0; seed < VALUES; seed++) {
            JsonNode value = new RandomJson(seed).near(schema);
            boolean reads = reads(json, value);
            read += reads ? 1 : 0;

            assertThat(server.accepts(value))
                    .as("seed %s: the schema accepts %s", seed, value)
                    .isEqualTo(reads);
        }

        assertThat(read).as("values that fit").isBetween(VALUES / 1_000, VALUES - VALUES / 1_000);
    }

    @ParameterizedTest
    @MethodSource("all")
    void written_values_match_the_schema_of_results_and_mean_the_same(Class<? extends Record> type) throws Exception {
        RecordJson parameters =
                RecordJson.ofParameters(TypeFactory.defaultInstance().constructType(type));
        RecordJson result = RecordJson.ofResult(TypeFactory.defaultInstance().constructType(type));
        JsonNode schema = ServerSchema.JSON.readTree(parameters.schema());
        ServerSchema server = new ServerSchema(result.schema());

        for (long seed = 0; seed < VALUES / 4; seed++) {
            JsonNode value = new RandomJson(seed).near(schema);
            if (reads(parameters, value)) {
                String written = result.write(parameters.read(value.toString()));

                assertThat(server.accepts(ServerSchema.JSON.readTree(written)))
                        .as("seed %s: the schema accepts %s", seed, written)
                        .isTrue();
                assertThat(result.write(parameters.read(written))).isEqualTo(written);
            }
        }
    }

    private static boolean reads(RecordJson json, JsonNode value) throws JsonProcessingException {
        try {
            json.read(value.toString());
            return true;
        } catch (InvalidValue e) {
            return false;
        }
    }
}
