package dev.millrace.worker.catalogue;

import java.math.BigDecimal;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.ConfigFunction;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;

import dev.millrace.worker.api.Parameter;

/** JSON Schemas (2020-12) of records, with what their {@link Parameter} annotations say. */
final class RecordSchema {
    private final ObjectMapper json;
    private final SchemaGenerator generator;

    RecordSchema(ObjectMapper json) {
        this.json = json;
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        json, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.INLINE_ALL_SCHEMAS);
        config.forTypesInGeneral().withPropertySorter((first, second) -> 0);
        config.forFields()
                .withPropertyNameOverrideResolver(field -> {
                    JsonProperty name = field.getAnnotation(JsonProperty.class);
                    return name == null ? null : name.value();
                })
                .withTitleResolver(text(Parameter::title))
                .withDescriptionResolver(text(Parameter::help))
                .withDefaultResolver(this::defaultOf)
                .withRequiredCheck(field -> defaultOf(field) == null)
                .withNullableCheck(field ->
                        Number.class.isAssignableFrom(field.getRawMember().getType()))
                .withNumberInclusiveMinimumResolver(number(Parameter::min))
                .withNumberInclusiveMaximumResolver(number(Parameter::max))
                .withStringMinLengthResolver(length(Parameter::minLength, 0))
                .withStringMaxLengthResolver(length(Parameter::maxLength, Integer.MAX_VALUE))
                .withInstanceAttributeOverride((node, field, context) -> {
                    String mediaType = of(field, Parameter::mediaType);
                    if (mediaType != null && !mediaType.isEmpty()) {
                        node.put("contentMediaType", mediaType);
                    }
                });
        generator = new SchemaGenerator(config.build());
    }

    ObjectNode of(Class<?> type) {
        return generator.generateSchema(type);
    }

    private JsonNode defaultOf(FieldScope field) {
        String text = of(field, Parameter::defaultsTo);
        try {
            return text == null || text.isEmpty() ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the default of " + field.getName() + " is not JSON: " + text, e);
        }
    }

    private static <T> T of(FieldScope field, Function<Parameter, T> value) {
        Parameter parameter = field.getAnnotation(Parameter.class);
        return parameter == null ? null : value.apply(parameter);
    }

    private static ConfigFunction<FieldScope, String> text(Function<Parameter, String> value) {
        return field -> {
            String text = of(field, value);
            return text == null || text.isEmpty() ? null : text;
        };
    }

    private static ConfigFunction<FieldScope, BigDecimal> number(Function<Parameter, Double> value) {
        return field -> {
            Double number = of(field, value);
            return number == null || number.isInfinite()
                    ? null
                    : BigDecimal.valueOf(number).stripTrailingZeros();
        };
    }

    private static ConfigFunction<FieldScope, Integer> length(Function<Parameter, Integer> value, int unlimited) {
        return field -> {
            Integer length = of(field, value);
            return length == null || length == unlimited ? null : length;
        };
    }
}
