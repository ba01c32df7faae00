package dev.millrace.worker.execution;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.worker.redis.RedisFailures;

/** Reads no more tasks than there are free slots, from each queue in turn, until the intake is closed. */
final class ReadTasks implements Runnable {
    static final int BLOCK_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ReadTasks.class);
    private static final int BLOCK_MILLIS_OF_MANY = 100;
    private static final int QUIET_MILLIS = 100;

    private final List<TaskReader> queues;
    private final WorkerMode intake;
    private final Slots slots;
    private final StartAttempt begin;
    private final RedisFailures refusals;
    private int turn;
    private int failures;

    ReadTasks(List<TaskReader> queues, WorkerMode intake, Slots slots, StartAttempt begin, RedisFailures refusals) {
        this.queues = queues;
        this.intake = intake;
        this.slots = slots;
        this.begin = begin;
        this.refusals = refusals;
    }

    @Override
    public void run() {
        int block = queues.size() == 1 ? BLOCK_MILLIS : BLOCK_MILLIS_OF_MANY;
        try {
            while (!intake.isClosed()) {
                if (intake.isQuiet()) {
                    Thread.sleep(QUIET_MILLIS);
                } else if (!sweep()) {
                    read(next(), block);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look at each queue; where it begins changes, so that no queue is always the last to get a slot. */
    private boolean sweep() throws InterruptedException {
        boolean found = false;
        next();
        for (int i = 0; i < queues.size() && intake.isOpen(); i++) {
            found |= read(queues.get((turn + i) % queues.size()), 0);
        }
        return found;
    }

    private TaskReader next() {
        turn = (turn + 1) % queues.size();
        return queues.get(turn);
    }

    private boolean read(TaskReader queue, int blockMillis) throws InterruptedException {
        int room = slots.take(BLOCK_MILLIS);
        int used = 0;
        try {
            if (room == 0 || !intake.isOpen()) {
                return true;
            }
            List<StreamEntry> entries = blockMillis == 0 ? queue.read(room) : queue.await(room, blockMillis);
            failures = 0;
            for (StreamEntry entry : entries) {
                if (used == room) {
                    queue.readAgain();
                    break;
                }
                used += begin.begin(queue, entry) ? 1 : 0;
            }
            return !entries.isEmpty();
        } catch (JedisException e) {
            refusals.look(e);
            LOG.debug("cannot read {}", queue.queue(), e);
            return missed(queue);
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "cannot take a task of {}, goes on",
                    queue.queue(),
                    e); // a handler's want of memory strikes anywhere
            return missed(queue);
        } finally {
            slots.giveBack(room - used);
        }
    }

    /** What was read and not begun is to be read again, after a pause. */
    private boolean missed(TaskReader queue) throws InterruptedException {
        queue.readAgain();
        Thread.sleep(Math.min(2_000, 50L << Math.min(++failures, 10)));
        return false;
    }
}
