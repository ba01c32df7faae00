package dev.millrace.shutdown;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import dev.millrace.platform.node.NodeLog;

/** Takes this node out of service before the process exits. */
@Singleton(name = "StopInOrder")
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class GracefulShutdown {
    private static final Logger LOG = NodeLog.of(GracefulShutdown.class);

    @Inject
    private ServingState serving;

    @Inject
    private ShutdownSettings settings;

    @Inject
    private Event<ShutdownStarted> stops;

    @Resource(lookup = "java:comp/DefaultContextService")
    private ContextService contexts;

    private ShutdownSignals signals;

    @PostConstruct
    void start() {
        Runnable drain = this::shutDown;
        signals = ShutdownSignals.register(contexts.createContextualProxy(drain, Runnable.class));
    }

    private void shutDown() {
        try {
            LOG.log(
                    Level.INFO,
                    "Shutting down: not ready, serving for another {0} ms",
                    settings.delay().toMillis());
            serving.advanceTo(ServingState.Phase.NOT_READY);
            TimeUnit.MILLISECONDS.sleep(settings.delay().toMillis());
            stopAccepting();
            if (!serving.awaitIdle(settings.grace())) {
                LOG.log(Level.WARNING, "Stopped with requests still in flight");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Graceful shutdown failed", e);
        }
    }

    private void stopAccepting() {
        if (serving.advanceTo(ServingState.Phase.STOPPING)) {
            stops.fire(new ShutdownStarted());
        }
    }

    /** Without a signal, as when it is undeployed, this is Millrace's first notification of its stop. */
    @PreDestroy
    void stop() {
        signals.close();
        stopAccepting();
    }
}
