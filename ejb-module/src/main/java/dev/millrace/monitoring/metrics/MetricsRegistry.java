package dev.millrace.monitoring.metrics;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The one registry of this node, with the metrics of its virtual machine. */
@ApplicationScoped
public class MetricsRegistry {
    private final JvmGcMetrics gcMetrics = new JvmGcMetrics();

    @Produces
    @Singleton
    PrometheusMeterRegistry create(NodeMeters node) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        jvmMetrics().forEach(metrics -> metrics.bindTo(registry));
        node.bindTo(registry);
        LostClaimMeters.bindTo(registry);
        RejectedReportMeters.bindTo(registry);
        return registry;
    }

    private List<MeterBinder> jvmMetrics() {
        return List.of(
                gcMetrics,
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics());
    }

    void close(@Disposes PrometheusMeterRegistry registry) {
        gcMetrics.close();
        registry.close();
    }
}
