package dev.millrace.platform.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a {@code Host} header (RFC 9110, 7.2).
 *
 * @param name in lower case; an IPv6 address in brackets
 * @param port 0 if the header has none
 */
public record HostName(String name, int port) {
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,255}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");
    private static final int MAX_PORT = 65_535;

    /** @return empty if the text is no host */
    public static Optional<HostName> parse(String text) {
        Matcher host = HOST.matcher(text);
        if (!host.matches()) {
            return Optional.empty();
        }
        String name = host.group(1).toLowerCase(Locale.ROOT);
        return host.group(2) == null
                ? Optional.of(new HostName(name, 0))
                : parsePort(host.group(2)).map(port -> new HostName(name, port));
    }

    /** @return empty if the text is no port */
    public static Optional<Integer> parsePort(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text)).filter(port -> port >= 1 && port <= MAX_PORT);
    }

    /** @return as the header writes it */
    @Override
    public String toString() {
        return port == 0 ? name : name + ":" + port;
    }
}
