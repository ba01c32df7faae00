package dev.millrace.monitoring.jmx;

import dev.millrace.push.PushMetrics;

final class JmxPush implements PushMXBean {
    private final PushMetrics figures;

    JmxPush(PushMetrics figures) {
        this.figures = figures;
    }

    @Override
    public int getSessions() {
        return figures.sessions();
    }

    @Override
    public long getFrames() {
        return figures.frames();
    }
}
