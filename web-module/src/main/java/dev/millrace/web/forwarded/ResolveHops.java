package dev.millrace.web.forwarded;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import dev.millrace.platform.http.AddressRange;
import dev.millrace.platform.http.HostName;

/**
 * Walks from the nearest proxy towards the client, as long as the proxies are trusted. Each trusted proxy names the one
 * before it; the first address that is not trusted is the client's. If a proxy leaves a part out or it is malformed,
 * the statement of the proxy behind it holds.
 */
final class ResolveHops {
    private static final Pattern SEGMENTS = Pattern.compile("(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}){1,8}");
    private static final Pattern PORT = Pattern.compile(":[0-9A-Za-z._-]{1,20}");

    private String address;
    private String scheme;
    private HostName host;
    private int port;
    private String prefix = "";

    private ResolveHops(PeerConnection peer) {
        address = peer.address();
        scheme = peer.scheme();
        host = peer.host();
    }

    /**
     * @param peer a trusted proxy
     * @param hops the nearest proxy's last
     * @param trusted whether an address is a trusted proxy's
     */
    static OriginalRequest resolve(PeerConnection peer, List<Hop> hops, Predicate<String> trusted) {
        ResolveHops walk = new ResolveHops(peer);
        int next = hops.size() - 1;
        while (next >= 0 && walk.moveTo(hops.get(next)) && trusted.test(walk.address)) {
            next--;
        }
        return new OriginalRequest(walk.address, walk.scheme, walk.host.name(), walk.finalPort(), walk.prefix);
    }

    /** @return whether the hop names an address, so that the walk may go on */
    private boolean moveTo(Hop hop) {
        present(hop.scheme()).flatMap(ResolveHops::parseScheme).ifPresent(it -> scheme = it);
        present(hop.host()).flatMap(HostName::parse).ifPresent(it -> host = it);
        present(hop.port()).flatMap(HostName::parsePort).ifPresent(it -> port = it);
        present(hop.prefix()).flatMap(ResolveHops::parsePrefix).ifPresent(it -> prefix = it + prefix);
        Optional<String> client = present(hop.client()).flatMap(ResolveHops::parseClient);
        client.ifPresent(it -> address = it);
        return client.isPresent();
    }

    /** A port in the host is the one that the client used; a proxy's own port may be another. */
    private int finalPort() {
        if (host.port() != 0) {
            return host.port();
        }
        return port != 0 ? port : OriginalRequest.defaultPort(scheme);
    }

    private static Optional<String> present(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Some proxies name the scheme of a WebSocket. */
    private static Optional<String> parseScheme(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "https", "wss" -> Optional.of("https");
            case "http", "ws" -> Optional.of("http");
            default -> Optional.empty();
        };
    }

    /** Proxies write addresses with ports and quotes, too; {@code unknown} and names of their own are no addresses. */
    private static Optional<String> parseClient(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        String node = quoted ? text.substring(1, text.length() - 1) : text;
        int end = node.indexOf(']');
        if (node.startsWith("[") && end > 0) {
            return isPortOrEmpty(node.substring(end + 1))
                    ? AddressRange.canonical(node.substring(1, end))
                    : Optional.empty();
        }
        int colon = node.indexOf(':');
        boolean withPort = colon >= 0 && isPortOrEmpty(node.substring(colon));
        return AddressRange.canonical(withPort ? node.substring(0, colon) : node);
    }

    private static boolean isPortOrEmpty(String text) {
        return text.isEmpty() || PORT.matcher(text).matches();
    }

    private static Optional<String> parsePrefix(String text) {
        String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return SEGMENTS.matcher(path).matches() ? Optional.of(path) : Optional.empty();
    }
}
