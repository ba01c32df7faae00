package dev.millrace.web.forwarded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses {@code Forwarded} (RFC 7239). A proxy appends its element to those that came along, so the parser begins at
 * the right end. So a malformed element of a client does not hide a proxy's.
 */
final class ForwardedHeader {
    private static final Pattern PAIR = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]++)=(.++)", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[^\\s\"=;,\\\\]++");
    private static final int MAX_PARAMETERS = 20;

    private ForwardedHeader() {}

    /**
     * @param lines the header's values, in their order
     * @return one hop for each element, the nearest proxy's last; at most {@link Hop#MAX_HOPS}
     */
    static List<Hop> hops(List<String> lines) {
        Deque<Hop> hops = new ArrayDeque<>();
        for (int line = lines.size() - 1; line >= 0; line--) {
            splitFromRight(lines.get(line), ',', Hop.MAX_HOPS - hops.size())
                    .forEach(element -> hops.addFirst(parse(element).orElse(Hop.UNREADABLE)));
        }
        return List.copyOf(hops);
    }

    private static Optional<Hop> parse(String element) {
        Map<String, String> parameters = new HashMap<>();
        for (String text : splitFromRight(element, ';', MAX_PARAMETERS)) {
            Matcher pair = PAIR.matcher(text);
            if (!pair.matches()) {
                return Optional.empty();
            }
            String value = value(pair.group(2));
            if (value == null || parameters.put(pair.group(1).toLowerCase(Locale.ROOT), value) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Hop(parameters.get("for"), parameters.get("proto"), parameters.get("host"), null, null));
    }

    /** Many proxies forget the quotes around a port or an IPv6 address. */
    private static String value(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        if (!quoted) {
            return PLAIN.matcher(text).matches() ? text : null;
        }
        String inner = text.substring(1, text.length() - 1);
        boolean closedBefore = inner.replaceAll("\\\\.", "").matches("(?s).*[\"\\\\].*");
        return closedBefore ? null : inner.replaceAll("\\\\(.)", "$1");
    }

    /**
     * Splits at the separators outside of quotes.
     *
     * @return the last part first, without empty ones
     */
    private static List<String> splitFromRight(String text, char separator, int max) {
        Deque<String> parts = new ArrayDeque<>();
        boolean quoted = false;
        int end = text.length();
        for (int i = text.length() - 1; i >= -1 && parts.size() < max; i--) {
            if (i < 0 || text.charAt(i) == separator && !quoted) {
                String part = text.substring(i + 1, end).strip();
                if (!part.isEmpty()) {
                    parts.addLast(part);
                }
                end = i;
            } else if (text.charAt(i) == '"' && !isEscaped(text, i)) {
                quoted = !quoted;
            }
        }
        return List.copyOf(parts);
    }

    private static boolean isEscaped(String text, int at) {
        int backslashes = 0;
        while (at > backslashes && text.charAt(at - backslashes - 1) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }
}
