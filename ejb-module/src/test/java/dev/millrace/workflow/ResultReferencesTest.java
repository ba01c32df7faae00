package dev.millrace.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.json.JsonValue;

import org.junit.jupiter.api.Test;

import dev.millrace.platform.problem.Fault;
import dev.millrace.request.ParseJson;

import static org.assertj.core.api.Assertions.assertThat;

class ResultReferencesTest {
    private static final Map<String, JsonValue> RESULTS = Map.of(
            "object", json("{'a':{'b/c':[1,null]}}"),
            "text", json("'t'"),
            "failed", JsonValue.NULL,
            "long", json("'" + "x".repeat(ResultReferences.MAX_LENGTH / 2) + "'"));

    private final List<Fault> faults = new ArrayList<>();

    @Test
    void a_reference_is_replaced_at_any_depth() {
        assertThat(resolved("{'p':[1,{'q':{'$result':'text'}}],'r':{'$result':'object','pointer':'/a'}}"))
                .isEqualTo(json("{'p':[1,{'q':'t'}],'r':{'b/c':[1,null]}}"));
        assertThat(resolved("{'$result':'object','pointer':''}")).isEqualTo(RESULTS.get("object"));
        assertThat(resolved("{'$result':'object','pointer':'/a/b~1c/0'}")).isEqualTo(json("1"));
        assertThat(resolved("{'$result':'object','pointer':'/a/b~1c/1'}")).isEqualTo(JsonValue.NULL);
        assertThat(faults).isEmpty();
    }

    @Test
    void text_beside_references_stays_as_it_is() {
        JsonValue plain = json("{'result':'text','n':1.50,'l':[],'o':{},'t':true,'z':null}");

        assertThat(resolved(plain.toString().replace('"', '\''))).isEqualTo(plain);
        assertThat(ResultReferences.containsAny(plain)).isFalse();
    }

    @Test
    void a_task_without_a_result_gives_null_at_every_place() {
        assertThat(resolved("[{'$result':'failed'},{'$result':'failed','pointer':'/a/b'}]"))
                .isEqualTo(json("[null,null]"));
        assertThat(faults).isEmpty();
    }

    @Test
    void a_place_that_a_result_does_not_have_is_a_fault() {
        resolved("{'p':{'$result':'object','pointer':'/x'},'q':[{'$result':'text','pointer':'/a'}],"
                + "'r':{'$result':'object','pointer':'/a/b~1c/2'},'s':{'$result':'object','pointer':'/a/b~1c/z'}}");

        assertThat(faults).extracting(Fault::pointer).containsExactly("/p", "/q/0", "/r", "/s");
    }

    @Test
    void parameters_do_not_grow_without_bound() {
        resolved("[{'$result':'long'},{'$result':'long'},{'$result':'long'}]");

        assertThat(faults).extracting(Fault::pointer).containsExactly("/1");
    }

    private JsonValue resolved(String parameters) {
        return ResultReferences.resolve(json(parameters), RESULTS::get, faults);
    }

    private static JsonValue json(String text) {
        return ParseJson.value(text.replace('\'', '"'));
    }
}
