package dev.millrace.platform.loop;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Runs the same loop for each queue, all in one {@link RoundPool}: a queue costs no thread. */
public final class PerQueueLoops implements AutoCloseable {
    private final String name;
    private final Function<String, Step> steps;
    private final Duration pause;
    private final RoundPool pool;
    private final Map<String, PooledLoop> loops = new ConcurrentHashMap<>();

    /** @param steps creates the step of a new queue */
    public PerQueueLoops(String name, Function<String, Step> steps, Duration pause, RoundPool pool) {
        this.name = name;
        this.steps = steps;
        this.pause = pause;
        this.pool = pool;
    }

    /** Starts loops of new queues and stops loops of removed ones; the caller repeats it periodically. */
    public void reconcile(Collection<String> queues) {
        for (String queue : queues) {
            loops.computeIfAbsent(queue, key -> pool.startLoop(name + "-" + key, steps.apply(key), pause))
                    .ensureScheduled();
        }
        Set<String> present = Set.copyOf(queues);
        loops.entrySet().removeIf(loop -> {
            boolean isRemoved = !present.contains(loop.getKey());
            if (isRemoved) {
                loop.getValue().stop();
            }
            return isRemoved;
        });
    }

    public void wake(String queue) {
        PooledLoop loop = loops.get(queue);
        if (loop != null) {
            loop.wake();
        }
    }

    public void wakeAll() {
        loops.values().forEach(PooledLoop::wake);
    }

    @Override
    public void close() {
        loops.values().forEach(PooledLoop::stop);
        loops.values().forEach(PooledLoop::awaitEnd);
    }
}
