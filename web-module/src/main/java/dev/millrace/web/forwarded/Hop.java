package dev.millrace.web.forwarded;

/**
 * One proxy's statements about the request that it received. Each part is as the header has it, or null.
 *
 * @param client the address that sent the request to the proxy, maybe with a port
 * @param scheme of that request
 * @param host with or without a port
 * @param port for a host without one
 * @param prefix the start of the path that the proxy has removed
 */
record Hop(String client, String scheme, String host, String port, String prefix) {
    /** A proxy's statements that cannot be read. */
    static final Hop UNREADABLE = new Hop(null, null, null, null, null);

    /** The most that count; those of the proxies nearest to this server. */
    static final int MAX_HOPS = 50;
}
