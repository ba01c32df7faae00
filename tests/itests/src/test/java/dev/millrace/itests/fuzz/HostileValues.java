package dev.millrace.itests.fuzz;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Values that careless programs mishandle. */
final class HostileValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEP = 600;

    /** Valid in Unicode, but neither PostgreSQL nor UTF-8 can hold them. */
    private static final List<String> NO_TEXTS = List.of("\u0000", "a\u0000b", "\uD800", "\uDC00\uD800", "a\uDFFF");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\uFFFF",
            "\u202Eevil",
            "\u0130\u0131\uFB01",
            "e\u0301\u0301\u0301\u0301",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
            "%",
            "%00",
            "_",
            "\\",
            "'",
            "\"",
            "' or '1'='1",
            "../../etc/passwd",
            "..%2f..%2f",
            "<script>alert(1)</script>",
            "${jndi:ldap://127.0.0.1/a}",
            "{0}",
            "null",
            "undefined",
            "NaN",
            "1e400",
            "-1",
            "9223372036854775808",
            "0x10",
            "١٢٣",
            "\r\nSet-Cookie: a=b",
            "\t",
            "00000000-0000-0000-0000-000000000000",
            "0-0-0-0-0",
            "* * * * *",
            "0 0 31 2 *",
            "*/0 * * * *",
            "a@b",
            "a@" + "b".repeat(250) + ".example",
            "x".repeat(256),
            "x".repeat(5_000),
            "\u00FC".repeat(5_000));

    private static final List<String> TIMES = List.of(
            "+1000000000-01-01T00:00:00Z",
            "-1000000000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59-00:01",
            "9999-12-31T23:59:59-18:00",
            "0000-01-01T00:00:00Z",
            "0000-01-01T00:00:00+18:00",
            "+999999999-12-31T23:59:59Z",
            "2026-01-01T00:00:00.123456789+01:00",
            "2026-02-30T00:00:00Z",
            "2026-01-01T00:00:60Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:00+18:01");

    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");

    private static final List<JsonNode> NUMBERS = List.of(
            NODES.numberNode(0),
            NODES.numberNode(-1),
            NODES.numberNode(1),
            NODES.numberNode(0.5),
            NODES.numberNode(-0.0),
            NODES.numberNode(Integer.MAX_VALUE),
            NODES.numberNode(Integer.MAX_VALUE + 1L),
            NODES.numberNode(Integer.MIN_VALUE),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.numberNode(Long.MIN_VALUE),
            NODES.numberNode(new BigInteger("9223372036854775808")),
            NODES.numberNode(new BigInteger("9".repeat(400))),
            NODES.numberNode(new BigDecimal("1e400")),
            NODES.numberNode(new BigDecimal("1e-400")),
            NODES.numberNode(new BigDecimal("12345678901234567.89")),
            NODES.numberNode(new BigDecimal("1e99999")));

    private final Random random;

    HostileValues(Random random) {
        this.random = random;
    }

    String text() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> pick(NO_TEXTS);
            case 2 -> pick(TIMES);
            default -> pick(TEXTS);
        };
    }

    private String pick(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    /** A value mostly of the same kind as a valid one, so that it passes the first check. */
    JsonNode like(JsonNode right) {
        if (random.nextInt(5) == 0) {
            return value();
        }
        if (right.isNumber()) {
            return NUMBERS.get(random.nextInt(NUMBERS.size()));
        }
        if (right.isTextual() && TIME.matcher(right.asText()).matches() && random.nextBoolean()) {
            return NODES.textNode(pick(TIMES));
        }
        return right.isTextual() ? NODES.textNode(text()) : value();
    }

    /** Any JSON value. */
    JsonNode value() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2, 3 -> NUMBERS.get(random.nextInt(NUMBERS.size()));
            case 4 -> NODES.arrayNode().add(text()).addNull().add(1);
            case 5 -> NODES.objectNode().put(text(), text()).put("id", 1);
            case 6 -> random.nextInt(10) == 0 ? nested() : NODES.textNode(text());
            default -> NODES.textNode(text());
        };
    }

    private static JsonNode nested() {
        ArrayNode inner = NODES.arrayNode();
        for (int depth = 1; depth < DEEP; depth++) {
            inner = NODES.arrayNode().add(inner);
        }
        return inner;
    }
}
