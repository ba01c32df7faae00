package dev.millrace.bench.benchmark;

/** The servers on which Millrace runs. */
public enum ServerKind {
    /** Payara Micro with the WAR, as {@code ./run} starts it: all parts, on each database. */
    PAYARA,
    /** WildFly with the EAR: the parts that depend on the server, on the embedded database. */
    WILDFLY
}
