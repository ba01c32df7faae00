package dev.millrace.monitoring.jmx;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;

import dev.millrace.catalogue.LiveWorkers;
import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.dispatch.Dispatcher;
import dev.millrace.monitoring.health.HealthMonitor;
import dev.millrace.monitoring.statistics.QueueSamples;
import dev.millrace.platform.loop.Loop;
import dev.millrace.platform.loop.StepResult;
import dev.millrace.platform.node.Node;
import dev.millrace.platform.node.NodeLog;
import dev.millrace.push.PushMetrics;

/** Registers MBeans for the present queues and workers, and removes the others, periodically. */
@Singleton
@Startup
@DependsOn("HealthMonitor")
public class MBeanLoop {
    private static final Logger LOG = NodeLog.of(MBeanLoop.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Inject
    private Node node;

    @Inject
    private Dispatcher dispatcher;

    @Inject
    private HealthMonitor health;

    @Inject
    private LiveWorkers workers;

    @Inject
    private QueueSamples samples;

    @Inject
    private PushMetrics push;

    private final MBeanRegistrations registrations = new MBeanRegistrations();
    private Loop loop;

    @PostConstruct
    void start() {
        loop = new Loop("jmx", this::refresh, PAUSE).start(threads);
    }

    private StepResult refresh() throws JMException {
        Map<ObjectName, Object> beans = new HashMap<>();
        beans.put(
                MBeanRegistrations.objectName("Dispatcher"), new JmxDispatcher(node.id(), dispatcher, health, workers));
        beans.put(MBeanRegistrations.objectName("Push"), new JmxPush(push));
        for (String queue : dispatcher.queues()) {
            beans.put(MBeanRegistrations.objectName("Queue", queue), new JmxQueue(queue, samples, workers));
        }
        for (WorkerHeartbeat heartbeat : workers.latest()) {
            beans.put(
                    MBeanRegistrations.objectName("Worker", heartbeat.worker()),
                    new JmxWorker(heartbeat.worker(), workers));
        }
        registrations.replaceAll(beans);
        return StepResult.NONE;
    }

    @PreDestroy
    void stop() {
        loop.close();
        try {
            registrations.close();
        } catch (JMException e) {
            LOG.log(Level.WARNING, "Failed to unregister MBeans", e);
        }
    }
}
