package dev.millrace.monitoring.jmx;

import dev.millrace.push.PushFigures;

final class ShownPush implements PushMXBean {
    private final PushFigures figures;

    ShownPush(PushFigures figures) {
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
