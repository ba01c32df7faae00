package dev.millrace.platform.node;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** This server process. */
@ApplicationScoped
public class Node {
    private final String id = "n-" + UUID.randomUUID();

    @PostConstruct
    void setLogNode() {
        NodeLog.setNode(id);
    }

    /** @return its name in Redis, new with each start so that two servers never share one */
    public String id() {
        return id;
    }

    @Produces
    @Dependent
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
