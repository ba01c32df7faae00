package dev.millrace.worker.codec;

import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.millrace.contract.schema.TextFormat;
import dev.millrace.worker.api.Parameter;

/** Constraints that {@link Parameter} puts on the values of a component. */
final class ParameterConstraints {
    private static final int LONG_DIGITS = 19;

    private ParameterConstraints() {}

    /** @throws UnsupportedType if a constraint does not apply to this type */
    static Codec narrow(Codec codec, Parameter annotation, String component) {
        if (codec instanceof OptionalCodec optional) {
            return new OptionalCodec(narrow(optional.inner(), annotation, component));
        } else if (codec instanceof NullableCodec nullable) {
            return new NullableCodec(narrow(nullable.inner(), annotation, component));
        }
        if (constrainsNumbers(annotation) && !(codec instanceof NumberCodec)) {
            throw new UnsupportedType(component, "has min or max but is not a number");
        }
        if (constrainsStrings(annotation) && !(codec instanceof TextCodec)) {
            throw new UnsupportedType(component, "has minLength, maxLength, pattern or format but is not a string");
        }
        if (codec instanceof NumberCodec number) {
            return number.within(bound(annotation.min()), bound(annotation.max()));
        }
        return codec instanceof TextCodec text ? text.with(rules(text.rules(), annotation, component)) : codec;
    }

    private static boolean constrainsNumbers(Parameter annotation) {
        return bound(annotation.min()) != null || bound(annotation.max()) != null;
    }

    private static boolean constrainsStrings(Parameter annotation) {
        return annotation.minLength() > 0
                || annotation.maxLength() < Integer.MAX_VALUE
                || !annotation.pattern().isEmpty()
                || !annotation.format().isEmpty();
    }

    private static BigDecimal bound(double number) {
        if (!Double.isFinite(number)) {
            return null;
        }
        BigDecimal bound = BigDecimal.valueOf(number).stripTrailingZeros();
        return bound.scale() < 0 && bound.scale() > -LONG_DIGITS ? bound.setScale(0) : bound; // 200 rather than 2E+2
    }

    private static TextConstraints rules(TextConstraints rules, Parameter annotation, String component) {
        TextConstraints narrower = rules.withLength(annotation.minLength(), annotation.maxLength());
        if (!annotation.pattern().isEmpty()) {
            if (rules.pattern() != null) {
                throw new UnsupportedType(component, "has a pattern, and its type has one already");
            }
            try {
                narrower = narrower.withPattern(annotation.pattern());
            } catch (IllegalArgumentException e) {
                throw new UnsupportedType(component, "has a pattern that does not compile: " + e.getMessage());
            }
        }
        if (annotation.format().isEmpty()) {
            return narrower;
        }
        if (rules.format() != null) {
            throw new UnsupportedType(component, "has a format, and its type has one already");
        }
        return narrower.withFormat(TextFormat.byKeyword(annotation.format())
                .orElseThrow(() -> new UnsupportedType(component, "has an unknown format: " + annotation.format())));
    }

    /**
     * @return null if there is no default
     * @throws UnsupportedType if the default does not match the schema
     */
    static JsonNode defaultValue(Codec codec, Parameter annotation, String component) {
        if (annotation.defaultsTo().isEmpty()) {
            return null;
        }
        try {
            JsonNode defaultValue = RecordJson.parse(annotation.defaultsTo());
            codec.read(defaultValue, ValuePath.ROOT);
            return defaultValue;
        } catch (JsonProcessingException e) {
            throw new UnsupportedType(component, "has a default that is not JSON");
        } catch (InvalidValue e) {
            throw new UnsupportedType(component, "has a default that does not match the schema: " + e.getMessage());
        }
    }
}
