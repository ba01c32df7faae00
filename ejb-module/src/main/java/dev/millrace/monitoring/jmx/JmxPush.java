package dev.millrace.monitoring.jmx;

import dev.millrace.push.PushMetrics;

final class JmxPush implements PushMXBean {
    private final PushMetrics metrics;

    JmxPush(PushMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public int getConnections() {
        return metrics.connections();
    }

    @Override
    public int getSessions() {
        return getConnections();
    }

    @Override
    public long getFrames() {
        return metrics.frames();
    }
}
