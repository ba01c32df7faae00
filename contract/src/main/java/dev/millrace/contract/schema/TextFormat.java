package dev.millrace.contract.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** The values of {@code format} that Millrace checks; it only shows any other one. */
public enum TextFormat {
    /** RFC 3339 full-date: {@code 2026-02-28}. */
    DATE("date", DateTimeFormats::isDate),

    /** RFC 3339 full-time, no leap second, at most 9 decimals, offset at most 18 hours: {@code 14:30:00Z}. */
    TIME("time", DateTimeFormats::isOffsetTime),

    /** Such a date, {@code T}, and such a time: {@code 2026-02-28T14:30:00+01:00}. */
    DATE_TIME("date-time", text -> DateTimeFormats.isDateTime(text, true)),

    /** A time without an offset: {@code 14:30:00}. */
    TIME_LOCAL("time-local", DateTimeFormats::isLocalTime),

    /** A date and a time without an offset: {@code 2026-02-28T14:30:00}. */
    DATE_TIME_LOCAL("date-time-local", text -> DateTimeFormats.isDateTime(text, false)),

    /** ISO 8601, with whole numbers, only seconds may have (at most 9) decimals: {@code PT1H30S}, {@code P2W}. */
    DURATION("duration", DateTimeFormats::isDuration),

    /** RFC 4122, of any version, in hexadecimal digits of either case. */
    UUID("uuid", IdentifierFormats::isUuid),

    /** {@code local@host}: a dot-atom of RFC 5322, at most 64 characters, and a {@link #HOSTNAME}. */
    EMAIL("email", IdentifierFormats::isEmail),

    /** RFC 1123, ASCII: labels of 1 to 63 letters, digits and hyphens, at most 253 characters. */
    HOSTNAME("hostname", IdentifierFormats::isHostname),

    /** Four numbers from 0 to 255 without leading zeros. */
    IPV4("ipv4", IpAddresses::isIpv4),

    /** RFC 4291 section 2.2, without a zone. */
    IPV6("ipv6", IpAddresses::isIpv6),

    /** A scheme, a colon, and at least one of the characters that RFC 3986 allows; {@code %} begins two digits. */
    URI("uri", IdentifierFormats::isUri),

    /** RFC 6901. */
    JSON_POINTER("json-pointer", IdentifierFormats::isJsonPointer),

    /** A pattern that {@link TextPattern#compile} accepts. */
    REGEX("regex", IdentifierFormats::isRegex);

    private static final int MAX_LENGTH = 10_000;

    private final String keyword;
    private final Predicate<String> check;

    TextFormat(String keyword, Predicate<String> check) {
        this.keyword = keyword;
        this.check = check;
    }

    /** @return empty if this name is unknown; then there is no check */
    public static Optional<TextFormat> byKeyword(String keyword) {
        return Arrays.stream(values())
                .filter(format -> format.keyword.equals(keyword))
                .findFirst();
    }

    /** @return as a schema names it */
    public String keyword() {
        return keyword;
    }

    public boolean accepts(String text) {
        return text.length() <= MAX_LENGTH && check.test(text);
    }
}
