package dev.millrace.worker.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.millrace.worker.api.Parameter;

/** Records with components of every type that a handler may use. */
final class SampleRecords {
    record Primitives(boolean a, byte b, short c, int d, long e, float f, double g, char h) {}

    record Boxed(Boolean a, Byte b, Short c, Integer d, Long e, Float f, Double g, Character h) {}

    record Big(BigInteger a, BigDecimal b) {}

    record Bytes(byte[] a, List<byte[]> b) {}

    record Words(String a, UUID b, Colour c) {}

    record Times(LocalDate a, LocalTime b, LocalDateTime c, OffsetDateTime d, Instant e, Duration f) {}

    record Optionals(
            Optional<String> a,
            Optional<Integer> b,
            Optional<Colour> c,
            Optional<List<Long>> d,
            Optional<Words> e,
            List<Optional<Integer>> f) {}

    record Lists(List<Integer> a, Collection<String> b, int[] c, String[] d, List<List<Double>> e, Colour[][] f) {}

    record Sets(Set<BigDecimal> a, Set<String> b, Set<List<Integer>> c, Set<Colour> d) {}

    record Maps(Map<String, Integer> a, Map<Colour, List<Long>> b, Map<String, Map<String, Boolean>> c) {}

    record AnyJson(JsonNode a, ObjectNode b, ArrayNode c) {}

    record Bounded(
            @Parameter(min = -1.5, max = 10) double a,
            @Parameter(min = 2) int b,
            @Parameter(max = 1e30) long c,
            @Parameter(min = 0, max = 1) BigDecimal d,
            @Parameter(minLength = 1, maxLength = 2) String e,
            @Parameter(pattern = "^[a-zA-Z]\\d?$") String f,
            @Parameter(format = "email") Optional<String> g,
            @Parameter(max = 5) Integer h) {}

    record Defaults(
            @Parameter(defaultsTo = "7") int a,
            @Parameter(defaultsTo = "\"RED\"") Colour b,
            @Parameter(defaultsTo = "[1]") List<Integer> c,
            @Parameter(defaultsTo = "null") Long d,
            @JsonProperty("e-mail") String e) {}

    record Node(String name, List<Node> children) {}

    record Chain(int value, Optional<Chain> next) {}

    record Forest(Map<String, Node> trees, Optional<Chain> chain, Node best) {}

    record Box<T>(T content, List<T> more) {}

    record Boxes(Box<Integer> a, Box<Box<String>> b) {}

    record Shapes(Figure a, List<Figure> b, Optional<Expression> c) {}

    enum Colour {
        RED,
        @JsonProperty("green")
        GREEN
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Circle.class, name = "circle"),
        @JsonSubTypes.Type(value = Square.class, name = "square")
    })
    sealed interface Figure {}

    record Circle(double radius) implements Figure {}

    record Square(double side, Optional<Colour> colour) implements Figure {}

    sealed interface Expression {}

    record Sum(Expression left, Expression right) implements Expression {}

    record Constant(long value) implements Expression {}

    private SampleRecords() {}

    static Stream<Class<? extends Record>> all() {
        return Stream.of(
                Primitives.class,
                Boxed.class,
                Big.class,
                Bytes.class,
                Words.class,
                Times.class,
                Optionals.class,
                Lists.class,
                Sets.class,
                Maps.class,
                AnyJson.class,
                Bounded.class,
                Defaults.class,
                Node.class,
                Chain.class,
                Forest.class,
                Boxes.class,
                Shapes.class);
    }
}
