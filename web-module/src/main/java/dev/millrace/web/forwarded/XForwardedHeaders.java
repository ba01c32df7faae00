package dev.millrace.web.forwarded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the {@code X-Forwarded-*} headers. Each is a list that proxies extend, or one value that the nearest proxy has
 * set; so the lists belong together at their right ends.
 */
record XForwardedHeaders(
        List<String> clients, List<String> schemes, List<String> hosts, List<String> ports, List<String> prefixes) {
    /** @param header gives the values of a header by its name */
    static XForwardedHeaders of(HeaderValues header) {
        return new XForwardedHeaders(
                list(header, "X-Forwarded-For"),
                list(header, "X-Forwarded-Proto"),
                list(header, "X-Forwarded-Host"),
                list(header, "X-Forwarded-Port"),
                list(header, "X-Forwarded-Prefix"));
    }

    /** @return the nearest proxy's last; at most {@link Hop#MAX_HOPS} */
    List<Hop> hops() {
        int longest = Stream.of(clients, schemes, hosts, ports, prefixes)
                .mapToInt(List::size)
                .max()
                .orElse(0);
        List<Hop> hops = new ArrayList<>();
        for (int fromRight = Math.min(longest, Hop.MAX_HOPS); fromRight >= 1; fromRight--) {
            hops.add(new Hop(
                    fromRight(clients, fromRight),
                    fromRight(schemes, fromRight),
                    fromRight(hosts, fromRight),
                    fromRight(ports, fromRight),
                    fromRight(prefixes, fromRight)));
        }
        return hops;
    }

    private static String fromRight(List<String> list, int place) {
        return place <= list.size() ? list.get(list.size() - place) : null;
    }

    private static List<String> list(HeaderValues header, String name) {
        return header.of(name).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .toList();
    }
}
