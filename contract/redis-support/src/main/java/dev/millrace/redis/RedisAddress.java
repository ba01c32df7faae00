package dev.millrace.redis;

import java.util.ArrayList;
import java.util.List;

import dev.millrace.contract.PercentEncoding;

/**
 * Where Redis is, from one URL: {@code redis[s][-sentinel|-cluster]://[user][:password@]host[:port][,host[:port]…][/db]},
 * for Sentinel with {@code ?master=<name>}. The login ends at the last {@code @}. The user ends at the first {@code :}, so a
 * password may have any characters. {@code %} and two hexadecimal digits stand for a byte, as in any URL; a {@code +} stays a
 * {@code +}.
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

    private static final String MASTER = "master=";
    private static final int MAX_PORT = 65_535;

    /**
     * Reads a URL.
     *
     * @throws IllegalArgumentException if it is not such a URL; the message does not repeat the password
     */
    public static RedisAddress parse(String url) {
        int colon = url.indexOf("://");
        String scheme = colon < 0 ? "" : url.substring(0, colon);
        Kind kind = parseKind(scheme);
        String rest = url.substring(colon + 3);
        int at = rest.lastIndexOf('@');
        String[] login = at < 0 ? new String[0] : rest.substring(0, at).split(":", 2);
        String hostsAndPath = rest.substring(at + 1);
        int queryStart = hostsAndPath.indexOf('?');
        String path = queryStart < 0 ? hostsAndPath : hostsAndPath.substring(0, queryStart);
        int slash = path.indexOf('/');
        return new RedisAddress(
                kind,
                scheme.startsWith("rediss"),
                login.length > 0 && !login[0].isEmpty() ? PercentEncoding.decode(login[0]) : null,
                login.length > 1 ? PercentEncoding.decode(login[1]) : null,
                parseNodes(slash < 0 ? path : path.substring(0, slash), kind == Kind.SENTINEL ? 26379 : 6379),
                slash < 0 ? 0 : database(path.substring(slash + 1)),
                master(kind, queryStart < 0 ? "" : hostsAndPath.substring(queryStart + 1)));
    }

    /**
     * Adds a password that is kept elsewhere.
     *
     * @throws IllegalArgumentException if the address has one already
     */
    public RedisAddress withPassword(String secret) {
        if (password != null) {
            throw new IllegalArgumentException("the Redis address has a password already; give it in one place only");
        }
        return new RedisAddress(kind, tls, user, secret, nodes, database, master);
    }

    /** For logs: without user and password. */
    @Override
    public String toString() {
        String hosts = String.join(
                ",", nodes.stream().map(node -> node.host() + ":" + node.port()).toList());
        return (tls ? "rediss" : "redis") + "://" + hosts + "/" + database;
    }

    private static Kind parseKind(String scheme) {
        return switch (scheme.replaceFirst("^rediss", "redis")) {
            case "redis" -> Kind.SINGLE;
            case "redis-sentinel" -> Kind.SENTINEL;
            case "redis-cluster" -> Kind.CLUSTER;
            default -> throw new IllegalArgumentException(
                    "a Redis address begins with redis://, rediss://, redis-sentinel:// or redis-cluster://");
        };
    }

    private static List<Node> parseNodes(String text, int defaultPort) {
        List<Node> nodes = new ArrayList<>();
        for (String node : text.split(",", -1)) {
            nodes.add(parseNode(node, defaultPort));
        }
        return List.copyOf(nodes);
    }

    private static Node parseNode(String text, int defaultPort) {
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > text.lastIndexOf(']');
        String host = hasPort ? text.substring(0, colon) : text;
        if (host.isEmpty()) {
            throw new IllegalArgumentException("the Redis address has no host");
        }
        if (!host.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+(%[A-Za-z0-9._-]+)?]")) {
            throw new IllegalArgumentException(
                    "a Redis host has letters, digits, '.', '-' and '_' only; before it comes user:password@");
        }
        int port = hasPort ? number(text.substring(colon + 1)) : defaultPort;
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("a Redis host is written host or host:port");
        }
        return new Node(host, port);
    }

    private static int database(String path) {
        int database = path.isEmpty() ? 0 : number(path);
        if (database < 0) {
            throw new IllegalArgumentException("the database in the Redis address must be a number");
        }
        return database;
    }

    private static String master(Kind kind, String query) {
        String name = query.startsWith(MASTER) ? query.substring(MASTER.length()) : "";
        if (kind != Kind.SENTINEL) {
            if (!query.isEmpty()) {
                throw new IllegalArgumentException("only a redis-sentinel:// address may have a query");
            }
            return null;
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a redis-sentinel:// address needs ?master=<name>");
        }
        return PercentEncoding.decode(name);
    }

    /** @return -1 if it is not a whole number that is not negative */
    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
