package dev.millrace.loop;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/** The same loop for each queue, started when the queue is first heard of. */
public final class PerQueueLoops implements AutoCloseable {
    private final String name;
    private final Function<String, Step> steps;
    private final Duration pause;
    private final ThreadFactory threads;
    private final Map<String, Loop> loops = new ConcurrentHashMap<>();

    public PerQueueLoops(String name, Function<String, Step> steps, Duration pause, ThreadFactory threads) {
        this.name = name;
        this.steps = steps;
        this.pause = pause;
        this.threads = threads;
    }

    public void ensure(Collection<String> queues) {
        for (String queue : queues) {
            loops.computeIfAbsent(queue, key -> new Loop(name + "-" + key, steps.apply(key), pause).start(threads));
        }
    }

    public void wake(String queue) {
        Loop loop = loops.get(queue);
        if (loop != null) {
            loop.wake();
        }
    }

    public void wakeAll() {
        loops.values().forEach(Loop::wake);
    }

    @Override
    public void close() {
        loops.values().parallelStream().forEach(Loop::close);
    }
}
