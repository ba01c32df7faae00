package dev.millrace.worker.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.millrace.contract.schema.TextFormat;

/** The types that contain no others. */
final class ScalarCodecs {
    /** Days and smaller. */
    private static final String JAVA_DURATION =
            "^P([0-9]{1,7}D)?(T([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\\.[0-9]{1,9})?S)?)?$";
    /** RFC 4648, padded, with zeros in the unused bits. */
    private static final String BASE64 =
            "^([A-Za-z0-9+\\/]{4})*" + "([A-Za-z0-9+\\/][AQgw]==|[A-Za-z0-9+\\/]{2}[AEIMQUYcgkosw048]=)?$";

    private static final String ONE_UTF16_UNIT = "^[\\u0000-\\uD7FF\\uE000-\\uFFFF]$";

    private static final Map<Class<?>, Codec> CODECS = Map.ofEntries(
            Map.entry(boolean.class, new BooleanCodec()),
            Map.entry(byte.class, whole(Byte.MIN_VALUE, Byte.MAX_VALUE, BigDecimal::byteValue)),
            Map.entry(short.class, whole(Short.MIN_VALUE, Short.MAX_VALUE, BigDecimal::shortValue)),
            Map.entry(int.class, whole(Integer.MIN_VALUE, Integer.MAX_VALUE, BigDecimal::intValue)),
            Map.entry(long.class, whole(Long.MIN_VALUE, Long.MAX_VALUE, BigDecimal::longValue)),
            Map.entry(float.class, decimal(Float.toString(Float.MAX_VALUE), BigDecimal::floatValue)),
            Map.entry(double.class, decimal(Double.toString(Double.MAX_VALUE), BigDecimal::doubleValue)),
            Map.entry(BigInteger.class, new NumberCodec(true, null, null, BigDecimal::toBigInteger)),
            Map.entry(BigDecimal.class, new NumberCodec(false, null, null, number -> number)),
            Map.entry(char.class, text(TextConstraints.NONE.withPattern(ONE_UTF16_UNIT), text -> text.charAt(0))),
            Map.entry(String.class, text(TextConstraints.NONE, text -> text)),
            Map.entry(UUID.class, text(TextConstraints.of(TextFormat.UUID), UUID::fromString)),
            Map.entry(LocalDate.class, time(TextFormat.DATE, DateTimeFormatter.ISO_LOCAL_DATE, LocalDate::parse)),
            Map.entry(LocalTime.class, time(TextFormat.TIME_LOCAL, DateTimeFormatter.ISO_LOCAL_TIME, LocalTime::parse)),
            Map.entry(
                    LocalDateTime.class,
                    time(TextFormat.DATE_TIME_LOCAL, DateTimeFormatter.ISO_LOCAL_DATE_TIME, LocalDateTime::parse)),
            Map.entry(
                    OffsetDateTime.class,
                    time(TextFormat.DATE_TIME, DateTimeFormatter.ISO_OFFSET_DATE_TIME, OffsetDateTime::parse)),
            Map.entry(
                    Instant.class,
                    new TextCodec(
                            TextConstraints.of(TextFormat.DATE_TIME),
                            text -> OffsetDateTime.parse(text).toInstant(),
                            TimeFormats::ofInstant)),
            Map.entry(
                    Duration.class,
                    new TextCodec(
                            TextConstraints.of(TextFormat.DURATION).withPattern(JAVA_DURATION),
                            Duration::parse,
                            TimeFormats::ofDuration)),
            Map.entry(
                    byte[].class,
                    new TextCodec(
                            TextConstraints.NONE.withPattern(BASE64).withEncoding("base64"),
                            Base64.getDecoder()::decode,
                            bytes -> Base64.getEncoder().encodeToString((byte[]) bytes))),
            Map.entry(JsonNode.class, new JsonTreeCodec(null)),
            Map.entry(ObjectNode.class, new JsonTreeCodec("object")),
            Map.entry(ArrayNode.class, new JsonTreeCodec("array")));

    private ScalarCodecs() {}

    /** @return null if there is none for this type, which is not a boxed one */
    static Codec of(Class<?> type) {
        return CODECS.get(type);
    }

    private static Codec whole(long min, long max, Function<BigDecimal, Number> fromDecimal) {
        return new NumberCodec(true, BigDecimal.valueOf(min), BigDecimal.valueOf(max), fromDecimal);
    }

    private static Codec decimal(String max, Function<BigDecimal, Number> fromDecimal) {
        BigDecimal bound = new BigDecimal(max);
        return new NumberCodec(false, bound.negate(), bound, fromDecimal);
    }

    private static Codec text(TextConstraints rules, Function<String, Object> fromText) {
        return new TextCodec(rules, fromText, Object::toString);
    }

    private static Codec time(TextFormat format, DateTimeFormatter formatter, Function<String, Object> fromText) {
        return new TextCodec(TextConstraints.of(format), fromText, time -> formatter.format((TemporalAccessor) time));
    }
}
