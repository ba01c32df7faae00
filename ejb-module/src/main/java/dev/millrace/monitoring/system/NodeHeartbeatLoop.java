package dev.millrace.monitoring.system;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.Node;
import dev.millrace.platform.node.NodeLog;

/** Sends this server process' heartbeats, periodically, and removes its row at the stop. */
@Singleton
@Startup
@DependsOn("Schema")
@TransactionManagement(TransactionManagementType.BEAN)
public class NodeHeartbeatLoop {
    private static final Logger LOG = NodeLog.of(NodeHeartbeatLoop.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private Nodes nodes;

    @Inject
    private Node node;

    @Inject
    private Clock clock;

    private LiveNode self;
    private Loop loop;

    public NodeHeartbeatLoop() {}

    NodeHeartbeatLoop(Nodes nodes, Node node, Clock clock) {
        this.nodes = nodes;
        this.node = node;
        this.clock = clock;
    }

    @PostConstruct
    void start() {
        startLoop(threads);
    }

    void startLoop(ThreadFactory factory) {
        self = new LiveNode(node.id(), host(), ServerVersion.number(), clock.instant());
        loop = new Loop("node-heartbeat", this::send, INTERVAL).start(factory);
    }

    private StepResult send() {
        nodes.heartbeat(self, clock.instant());
        return StepResult.NONE;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    @PreDestroy
    void stop() {
        loop.close();
        try {
            nodes.remove(self.id());
        } catch (RuntimeException | Error e) {
            LOG.log(Level.DEBUG, "Failed to remove this node's row; it expires by itself", e);
        }
    }
}
