package dev.millrace.worker.execution;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.worker.redis.RedisFailures;

/** Reads no more tasks than there are free slots, from each queue in turn, until the worker stops. */
final class ReadTasksLoop implements Runnable {
    static final int BLOCK_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ReadTasksLoop.class);
    private static final int BLOCK_MILLIS_OF_MANY = 100;
    private static final int QUIET_MILLIS = 100;

    private final List<TaskStreamReader> queues;
    private final WorkerMode mode;
    private final Slots slots;
    private final AcceptEntry acceptEntry;
    private final RedisFailures redisFailures;
    private int nextQueue;
    private int failures;

    ReadTasksLoop(
            List<TaskStreamReader> queues,
            WorkerMode mode,
            Slots slots,
            AcceptEntry acceptEntry,
            RedisFailures redisFailures) {
        this.queues = queues;
        this.mode = mode;
        this.slots = slots;
        this.acceptEntry = acceptEntry;
        this.redisFailures = redisFailures;
    }

    @Override
    public void run() {
        int block = queues.size() == 1 ? BLOCK_MILLIS : BLOCK_MILLIS_OF_MANY;
        try {
            while (!mode.isStopping()) {
                if (mode.isQuiet()) {
                    Thread.sleep(QUIET_MILLIS);
                } else if (!pollAll()) {
                    read(next(), block);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Polls each queue once; the first queue changes, so that no queue is always the last to get a slot. */
    private boolean pollAll() throws InterruptedException {
        boolean found = false;
        next();
        for (int i = 0; i < queues.size() && mode.takesTasks(); i++) {
            found |= read(queues.get((nextQueue + i) % queues.size()), 0);
        }
        return found;
    }

    private TaskStreamReader next() {
        nextQueue = (nextQueue + 1) % queues.size();
        return queues.get(nextQueue);
    }

    private boolean read(TaskStreamReader queue, int blockMillis) throws InterruptedException {
        int freeSlots = slots.acquire(BLOCK_MILLIS);
        int used = 0;
        try {
            if (freeSlots == 0 || !mode.takesTasks()) {
                return true;
            }
            List<StreamEntry> entries =
                    blockMillis == 0 ? queue.poll(freeSlots) : queue.pollBlocking(freeSlots, blockMillis);
            failures = 0;
            for (StreamEntry entry : entries) {
                if (used == freeSlots) {
                    queue.rereadOwn();
                    break;
                }
                used += acceptEntry.accept(queue, entry) ? 1 : 0;
            }
            return !entries.isEmpty();
        } catch (JedisException e) {
            redisFailures.record(e);
            LOG.debug("Failed to read queue {}", queue.queue(), e);
            return rereadLater(queue);
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "Failed to take a task of queue {}, retrying",
                    queue.queue(),
                    e); // a handler can exhaust memory at any statement
            return rereadLater(queue);
        } finally {
            slots.release(freeSlots - used);
        }
    }

    /** After a pause, reads again the entries that it has read and not started. */
    private boolean rereadLater(TaskStreamReader queue) throws InterruptedException {
        queue.rereadOwn();
        Thread.sleep(Math.min(2_000, 50L << Math.min(++failures, 10)));
        return false;
    }
}
