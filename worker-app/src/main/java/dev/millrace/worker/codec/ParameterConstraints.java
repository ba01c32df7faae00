package dev.millrace.worker.codec;

import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.millrace.contract.dialect.TextFormat;
import dev.millrace.worker.api.Parameter;

/** What {@link Parameter} says of the values of a component. */
final class ParameterConstraints {
    private static final int LONG_DIGITS = 19;

    private ParameterConstraints() {}

    /** @throws UnsupportedType if it says what cannot be said of this type */
    static Codec narrow(Codec shape, Parameter said, String component) {
        if (shape instanceof OptionalCodec optional) {
            return new OptionalCodec(narrow(optional.inner(), said, component));
        } else if (shape instanceof NullableCodec nullable) {
            return new NullableCodec(narrow(nullable.inner(), said, component));
        }
        if (saysOfNumbers(said) && !(shape instanceof NumberCodec)) {
            throw new UnsupportedType(component, "has min or max and is no number");
        }
        if (saysOfTexts(said) && !(shape instanceof TextCodec)) {
            throw new UnsupportedType(component, "has minLength, maxLength, pattern or format and is no text");
        }
        if (shape instanceof NumberCodec number) {
            return number.within(bound(said.min()), bound(said.max()));
        }
        return shape instanceof TextCodec text ? text.with(rules(text.rules(), said, component)) : shape;
    }

    private static boolean saysOfNumbers(Parameter said) {
        return bound(said.min()) != null || bound(said.max()) != null;
    }

    private static boolean saysOfTexts(Parameter said) {
        return said.minLength() > 0
                || said.maxLength() < Integer.MAX_VALUE
                || !said.pattern().isEmpty()
                || !said.format().isEmpty();
    }

    private static BigDecimal bound(double number) {
        if (!Double.isFinite(number)) {
            return null;
        }
        BigDecimal bound = BigDecimal.valueOf(number).stripTrailingZeros();
        return bound.scale() < 0 && bound.scale() > -LONG_DIGITS ? bound.setScale(0) : bound; // 200 rather than 2E+2
    }

    private static TextConstraints rules(TextConstraints rules, Parameter said, String component) {
        TextConstraints narrower = rules.withLength(said.minLength(), said.maxLength());
        if (!said.pattern().isEmpty()) {
            if (rules.pattern() != null) {
                throw new UnsupportedType(component, "has a pattern, and its type has one already");
            }
            try {
                narrower = narrower.withPattern(said.pattern());
            } catch (IllegalArgumentException e) {
                throw new UnsupportedType(component, "has a pattern that does not compile: " + e.getMessage());
            }
        }
        if (said.format().isEmpty()) {
            return narrower;
        }
        if (rules.format() != null) {
            throw new UnsupportedType(component, "has a format, and its type has one already");
        }
        return narrower.withFormat(TextFormat.named(said.format())
                .orElseThrow(() -> new UnsupportedType(component, "has a format that there is not: " + said.format())));
    }

    /**
     * @return null if there is no default
     * @throws UnsupportedType if it is not such a value
     */
    static JsonNode fallback(Codec shape, Parameter said, String component) {
        if (said.defaultsTo().isEmpty()) {
            return null;
        }
        try {
            JsonNode fallback = RecordJson.parse(said.defaultsTo());
            shape.read(fallback, ValuePath.ROOT);
            return fallback;
        } catch (JsonProcessingException e) {
            throw new UnsupportedType(component, "has a default that is not JSON");
        } catch (InvalidValue e) {
            throw new UnsupportedType(component, "has a default that does not fit: " + e.getMessage());
        }
    }
}
