package dev.millrace.platform.uri;

import java.util.Arrays;
import java.util.List;

import dev.millrace.contract.PercentEncoding;

/**
 * One parameter of a query.
 *
 * @param name null if it is not UTF-8, percent-encoded
 * @param value empty if there is none, null if it is not UTF-8, percent-encoded
 */
public record QueryParameter(String name, String value) {
    /** @param query as in the address, without the {@code ?} */
    public static List<QueryParameter> parse(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .map(QueryParameter::parseOne)
                .toList();
    }

    private static QueryParameter parseOne(String written) {
        int end = written.indexOf('=');
        return end < 0
                ? new QueryParameter(decoded(written), "")
                : new QueryParameter(decoded(written.substring(0, end)), decoded(written.substring(end + 1)));
    }

    private static String decoded(String written) {
        boolean printable = written.chars().allMatch(character -> character > ' ' && character != 0x7f);
        return printable
                ? PercentEncoding.decodeStrictly(written.replace('+', ' ')).orElse(null)
                : null;
    }
}
