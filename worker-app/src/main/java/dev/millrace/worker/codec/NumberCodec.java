package dev.millrace.worker.codec;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.millrace.contract.schema.NumberLimits;

/**
 * Numbers of one Java type.
 *
 * @param whole whether the fraction is zero, as in {@code 3}, {@code 3.0} and {@code 3e2}
 * @param min null = none
 * @param max null = none
 * @param fromDecimal makes the Java value of a number within the bounds
 */
record NumberCodec(boolean whole, BigDecimal min, BigDecimal max, Function<BigDecimal, Number> fromDecimal)
        implements Codec {
    private static final String TOO_LONG = "has too many digits or too great an exponent";
    private static final int MAX_BITS = 4 * (NumberLimits.MAX_DIGITS + NumberLimits.MAX_SCALE);

    /** @return the same with bounds that may be narrower */
    NumberCodec within(BigDecimal least, BigDecimal greatest) {
        return new NumberCodec(
                whole,
                least == null || min != null && min.compareTo(least) > 0 ? min : least,
                greatest == null || max != null && max.compareTo(greatest) < 0 ? max : greatest,
                fromDecimal);
    }

    @Override
    public ObjectNode schema() {
        ObjectNode schema = SchemaNodes.of(whole ? "integer" : "number");
        if (min != null) {
            schema.put("minimum", min);
        }
        if (max != null) {
            schema.put("maximum", max);
        }
        return schema;
    }

    @Override
    public Number read(JsonNode value, ValuePath path) throws InvalidValue {
        if (!value.isNumber()) {
            throw new InvalidValue(path, whole ? "must be a whole number" : "must be a number");
        }
        BigDecimal number = value.decimalValue();
        check(number, path);
        return fromDecimal.apply(number);
    }

    private void check(BigDecimal number, ValuePath path) throws InvalidValue {
        if (!NumberLimits.allow(number)) {
            throw new InvalidValue(path, TOO_LONG);
        } else if (min != null && number.compareTo(min) < 0) {
            throw new InvalidValue(path, "must be at least " + min);
        } else if (max != null && number.compareTo(max) > 0) {
            throw new InvalidValue(path, "must be at most " + max);
        } else if (whole && number.scale() > 0 && number.stripTrailingZeros().scale() > 0) {
            throw new InvalidValue(path, "must be a whole number");
        }
    }

    /** @return with an exponent if it is a whole number with very many zeros at its end */
    private static BigDecimal decimal(Object value, ValuePath path) throws InvalidValue {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        } else if (!(value instanceof BigInteger integer)) {
            return new BigDecimal(value.toString());
        } else if (integer.bitLength() > MAX_BITS) {
            throw new InvalidValue(path, TOO_LONG);
        } else {
            BigDecimal number = new BigDecimal(integer);
            return NumberLimits.allow(number) ? number : number.stripTrailingZeros();
        }
    }

    @Override
    public void write(Object value, JsonGenerator out, ValuePath path) throws InvalidValue, IOException {
        if (value instanceof Double number && !Double.isFinite(number)
                || value instanceof Float single && !Float.isFinite(single)) {
            throw new InvalidValue(path, "must be a finite number");
        }
        BigDecimal number = decimal(value, path);
        check(number, path);
        out.writeNumber(value instanceof BigInteger ? number.toString() : value.toString());
    }
}
