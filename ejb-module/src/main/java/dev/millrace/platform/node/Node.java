package dev.millrace.platform.node;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** This server process. */
@ApplicationScoped
public class Node {
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final String id = "n-" + UUID.randomUUID();

    @PostConstruct
    void setLogNode() {
        NodeLog.setNode(id);
    }

    /** @return its name in Redis, new with each start so that two servers never share one */
    public String id() {
        return id;
    }

    /** @return a new id; ids made later on this node sort later (UUIDv7, RFC 9562) */
    public static UUID newId() {
        return IDS.generate();
    }

    @Produces
    @Dependent
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
