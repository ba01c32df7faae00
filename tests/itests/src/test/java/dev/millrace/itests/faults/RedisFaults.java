package dev.millrace.itests.faults;

import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.network.FaultProxy;

import static org.assertj.core.api.Assertions.assertThat;

/** A Redis that dies, loses its data, is unreachable, or holds entries that nobody wrote. */
abstract class RedisFaults extends FaultScenarios {
    private static final int ENOUGH = 1_000;

    RedisFaults(FaultTestBed testBed) {
        super(testBed);
    }

    @Test
    void a_killed_redis_costs_no_task(Random random) {
        SubmittedTasks submitted = halfFinishedTasks(random);

        testBed.redis().kill();
        testBed.redis().start();

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
    }

    @Test
    void a_wiped_redis_loses_no_task(Random random) {
        SubmittedTasks submitted = halfFinishedTasks(random);

        testBed.redis().kill();
        testBed.redis().wipeDisk();
        testBed.redis().start();

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
    }

    @Test
    void a_task_submitted_while_redis_cannot_be_reached_is_accepted_and_done() {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(200, "fault_apply", millis(200));
        submitted.awaitApplied(1);

        testBed.redisNetworks().forEach(FaultProxy::cut);
        during(OUTAGE.dividedBy(2), () -> submitted.submit(10, "fault_apply", millis(50)));
        testBed.redisNetworks().forEach(FaultProxy::resume);
        testBed.redisNetworks().forEach(FaultProxy::stall);
        during(OUTAGE.dividedBy(2), () -> submitted.submit(10, "fault_apply", millis(50)));
        testBed.redisNetworks().forEach(FaultProxy::resume);

        assertThat(submitted.settle()).containsOnlyKeys("SUCCEEDED");
        assertThat(submitted.histories())
                .allSatisfy(history -> assertThat(history.errors()).isEmpty());
    }

    @Test
    void a_deleted_lease_costs_no_task(Random random) {
        SubmittedTasks submitted = halfFinishedTasks(random);

        testBed.deleteLease();

        assertThat(submitted.settle(nowAndThen(random, testBed::deleteLease))).isEqualTo(Map.of("SUCCEEDED", 600));
    }

    @Test
    void copies_of_entries_in_another_order_change_nothing(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(600, "fault_fail_first", millis(200));
        StreamReplayer forger = new StreamReplayer(testBed, random);

        submitted.awaitApplied(1);
        for (int round = 0; round < 20 && forger.forged() < ENOUGH; round++) {
            forger.copyAndShuffle();
        }

        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
        assertThat(forger.forged()).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(submitted.histories()).allSatisfy(history -> {
            assertThat(history.errors()).containsExactly("java.lang.IllegalStateException");
            assertThat(history.attempt()).isEqualTo(2);
        });
    }

    private SubmittedTasks halfFinishedTasks(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(600, "fault_apply", millis(200));
        submitted.awaitApplied(20 + random.nextInt(300));
        return submitted;
    }
}
