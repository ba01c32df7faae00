package dev.millrace.bench.benchmark;

/** What Millrace can run on. */
public enum ServerKind {
    /** Payara Micro with the WAR, as {@code ./run} starts it: all parts, on each database. */
    PAYARA,
    /** WildFly with the EAR: what depends on the server, on the embedded database. */
    WILDFLY
}
