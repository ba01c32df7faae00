package dev.millrace.itests.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import redis.clients.jedis.RedisClient;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.RedisNames;
import dev.millrace.testkit.network.FaultProxy;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

/** Appends copies of present and of earlier entries to the streams, in an order of its own. */
final class StreamReplayer {
    private static final String TASKS = RedisNames.tasks("default");
    private static final String RESULTS = RedisNames.results("default");
    private static final int ENOUGH = 60;

    private final FaultTestBed testBed;
    private final Random random;
    private final List<Map<String, String>> seen = new ArrayList<>();
    private int forged;

    StreamReplayer(FaultTestBed testBed, Random random) {
        this.testBed = testBed;
        this.random = random;
    }

    /**
     * Stalls the servers' networks until reports have gathered, or all are in. Replaces these by two copies each, in a random
     * order and among earlier ones.
     */
    void copyAndShuffle() {
        testBed.networksOfServers().forEach(FaultProxy::stall);
        await().atMost(ofSeconds(120)).pollInterval(ofMillis(20)).until(() -> testBed.redis()
                .ask(redis -> redis.xlen(RESULTS) >= ENOUGH || redis.xlen(TASKS) == 0));
        testBed.redis().ask(this::forge);
        testBed.networksOfServers().forEach(FaultProxy::resume);
    }

    /** How many entries it has added. */
    int forged() {
        return forged;
    }

    private int forge(RedisClient redis) {
        List<Map<String, String>> reports = new ArrayList<>(seen);
        for (StreamEntry entry : entries(redis, RESULTS)) {
            redis.xdel(RESULTS, entry.getID());
            reports.add(entry.getFields());
            reports.add(entry.getFields());
            seen.add(entry.getFields());
        }
        add(redis, RESULTS, reports);
        List<Map<String, String>> tasks = new ArrayList<>();
        entries(redis, TASKS).forEach(entry -> tasks.add(entry.getFields()));
        add(redis, TASKS, tasks);
        return forged;
    }

    private void add(RedisClient redis, String stream, List<Map<String, String>> entries) {
        Collections.shuffle(entries, random);
        entries.forEach(fields -> redis.xadd(stream, StreamEntryID.NEW_ENTRY, fields));
        forged += entries.size();
    }

    private static List<StreamEntry> entries(RedisClient redis, String stream) {
        return redis.xrange(stream, (StreamEntryID) null, null);
    }
}
