package dev.millrace.contract;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where Redis is, from one URL: {@code redis[s][-sentinel|-cluster]://[user][:password@]host[:port][,host[:port]…][/db]},
 * for Sentinel with {@code ?master=<name>}.
 *
 * @param kind single server, Sentinel or Cluster
 * @param tls whether to speak TLS
 * @param user or null
 * @param password or null
 * @param nodes one, or the seeds of Sentinel or Cluster
 * @param database 0 in a Cluster
 * @param master the Sentinel's name for the primary, else null
 */
public record RedisAddress(
        Kind kind, boolean tls, String user, String password, List<Node> nodes, int database, String master) {
    /** How Redis is set up. */
    public enum Kind {
        SINGLE,
        SENTINEL,
        CLUSTER
    }

    /** One host and port. */
    public record Node(String host, int port) {}

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException if it is not such a URL; the message does not repeat the password
     */
    public static RedisAddress parse(String url) {
        int colon = url.indexOf("://");
        String scheme = colon < 0 ? "" : url.substring(0, colon);
        boolean tls = scheme.startsWith("rediss");
        Kind kind =
                switch (scheme.replaceFirst("^rediss", "redis")) {
                    case "redis" -> Kind.SINGLE;
                    case "redis-sentinel" -> Kind.SENTINEL;
                    case "redis-cluster" -> Kind.CLUSTER;
                    default -> throw new IllegalArgumentException(
                            "a Redis address begins with redis://, rediss://, redis-sentinel:// or redis-cluster://");
                };
        URI rest = uri("redis://" + url.substring(colon + 3));
        String authority = rest.getRawAuthority() == null ? "" : rest.getRawAuthority();
        int at = authority.lastIndexOf('@');
        String[] login = at < 0 ? new String[0] : authority.substring(0, at).split(":", 2);
        List<Node> nodes = new ArrayList<>();
        for (String node : authority.substring(at + 1).split(",")) {
            nodes.add(node(node, kind == Kind.SENTINEL ? 26379 : 6379));
        }
        String query = rest.getRawQuery();
        String master = query != null && query.startsWith("master=") ? query.substring(7) : null;
        if (kind == Kind.SENTINEL && master == null) {
            throw new IllegalArgumentException("a redis-sentinel:// address needs ?master=<name>");
        }
        return new RedisAddress(
                kind,
                tls,
                login.length > 0 && !login[0].isEmpty() ? decoded(login[0]) : null,
                login.length > 1 ? decoded(login[1]) : null,
                List.copyOf(nodes),
                database(rest.getPath()),
                master);
    }

    /** For logs: without user and password. */
    @Override
    public String toString() {
        String hosts = String.join(
                ",", nodes.stream().map(node -> node.host() + ":" + node.port()).toList());
        return (tls ? "rediss" : "redis") + "://" + hosts + "/" + database;
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // Neither the text nor the cause: both have the password in them.
            throw new IllegalArgumentException(
                    "not a URL: " + e.getReason() + " (write special characters of the password as %XX)");
        }
    }

    private static Node node(String text, int defaultPort) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > text.lastIndexOf(']');
        String host = hasPort ? text.substring(0, colon) : text;
        if (host.isEmpty()) {
            throw new IllegalArgumentException("a Redis address names a host");
        }
        try {
            return new Node(host, hasPort ? Integer.parseInt(text.substring(colon + 1)) : defaultPort);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a Redis host is written host or host:port");
        }
    }

    private static int database(String path) {
        if (path == null || path.length() < 2) {
            return 0;
        }
        try {
            return Integer.parseInt(path.substring(1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("after the Redis host comes / and the database's number");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
