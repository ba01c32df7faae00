package dev.millrace.itests.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.RedisNames;
import dev.millrace.testkit.network.FaultProxy;
import dev.millrace.testkit.server.ServerProcess;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Servers that die at a bad moment, and networks that fail at every moment. */
abstract class ServerFaults extends FaultScenarios {
    ServerFaults(FaultTestBed testBed) {
        super(testBed);
    }

    @Test
    void unacknowledged_outcomes_of_a_dead_server_count_once(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(600, "fault_apply", millis(300));
        ServerProcess victim = oneOf(testBed.servers(), random);
        submitted.awaitApplied(20 + random.nextInt(200));

        FaultProxy network = testBed.redisOf(victim);
        blockAcknowledgements(network);
        await().atMost(ofSeconds(120)).until(() -> isBetweenWriteAndAcknowledgement(network, submitted));
        victim.kill();
        network.cut(); // else the blocked data would still go through
        network.resume();
        victim.start();

        assertThat(submitted.settle())
                .isEqualTo(Map.of("SUCCEEDED", submitted.ids().size()));
        assertThat(submitted.histories())
                .allSatisfy(history -> assertThat(history.attempt()).isEqualTo(1));
    }

    @Test
    void a_system_stopped_in_order_under_load_continues_after_its_restart(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(600, "fault_apply", millis(300));
        submitted.awaitApplied(20 + random.nextInt(200));

        testBed.stopAllInOrder();
        testBed.repair();

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
    }

    @Test
    void a_network_that_is_cut_stalls_and_crawls_costs_no_task(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(600, "fault_apply", millis(200));

        during(OUTAGE, () -> stutter(oneOf(testBed.networks(), random), random));
        testBed.networks().forEach(FaultProxy::resume);

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
    }

    private static void stutter(FaultProxy network, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> network.cut();
            case 1 -> network.stall();
            case 2 -> network.slowDown(Duration.ofMillis(random.nextInt(50)));
            default -> network.resume();
        }
    }

    private static void blockAcknowledgements(FaultProxy network) {
        network.block("EVALSHA", RedisNames.results("default"), RedisNames.SERVER_GROUP);
    }

    /**
     * If the blocked acknowledgement covers no outcomes, releases it and blocks the next. If all tasks have ended, submits more.
     */
    private boolean isBetweenWriteAndAcknowledgement(FaultProxy network, SubmittedTasks submitted) {
        if (network.blocked() > 0) {
            if (!writtenNotAcknowledged(submitted).isEmpty()) {
                return true;
            }
            network.resume();
            blockAcknowledgements(network);
        } else if (submitted.applied() == submitted.ids().size()) {
            submitted.submit(100, "fault_apply", millis(300));
        }
        return false;
    }

    /** The tasks that have ended in SQL while the report of it is still in the stream. */
    private Set<String> writtenNotAcknowledged(SubmittedTasks submitted) {
        List<StreamEntry> reports =
                testBed.redis().ask(redis -> redis.xrange(RedisNames.results("default"), (StreamEntryID) null, null));
        List<String> ended = reports.stream()
                .filter(entry -> entry.getFields().get("kind").equals("succeeded"))
                .map(entry -> entry.getFields().get("task"))
                .filter(submitted.ids()::contains)
                .limit(20)
                .toList();
        return submitted.fetch(ended).stream()
                .filter(history -> history.state().equals("SUCCEEDED"))
                .map(TaskHistory::id)
                .collect(Collectors.toSet());
    }
}
