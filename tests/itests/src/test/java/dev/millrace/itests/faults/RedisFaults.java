package dev.millrace.itests.faults;

import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.network.FaultProxy;

import static org.assertj.core.api.Assertions.assertThat;

/** A Redis that dies, loses its data, is unreachable, or holds entries that nobody wrote. */
abstract class RedisFaults extends FaultScenarios {
    private static final int ENOUGH = 1_000;

    RedisFaults(FaultTestBed mill) {
        super(mill);
    }

    @Test
    void a_killed_redis_costs_no_task(Random chance) {
        SubmittedTasks ledger = ledgerInItsMidst(chance);

        mill.redis().kill();
        mill.redis().start();

        assertThat(ledger.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
    }

    @Test
    void a_redis_that_comes_back_empty_costs_no_task(Random chance) {
        SubmittedTasks ledger = ledgerInItsMidst(chance);

        mill.redis().kill();
        mill.redis().wipeDisk();
        mill.redis().start();

        assertThat(ledger.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
    }

    @Test
    void what_is_submitted_while_redis_cannot_be_reached_is_accepted_and_done() {
        SubmittedTasks ledger = SubmittedTasks.of(mill).submit(200, "fault_apply", millis(200));
        ledger.awaitApplied(1);

        mill.redisNetworks().forEach(FaultProxy::cut);
        during(OUTAGE.dividedBy(2), () -> ledger.submit(10, "fault_apply", millis(50)));
        mill.redisNetworks().forEach(FaultProxy::resume);
        mill.redisNetworks().forEach(FaultProxy::stall);
        during(OUTAGE.dividedBy(2), () -> ledger.submit(10, "fault_apply", millis(50)));
        mill.redisNetworks().forEach(FaultProxy::resume);

        assertThat(ledger.settle()).containsOnlyKeys("SUCCEEDED");
        assertThat(ledger.stories())
                .allSatisfy(story -> assertThat(story.errors()).isEmpty());
    }

    @Test
    void a_deleted_lease_costs_no_task(Random chance) {
        SubmittedTasks ledger = ledgerInItsMidst(chance);

        mill.deleteLease();

        assertThat(ledger.settle(nowAndThen(chance, mill::deleteLease))).isEqualTo(Map.of("SUCCEEDED", 600));
    }

    @Test
    void copies_of_entries_in_another_order_change_nothing(Random chance) {
        SubmittedTasks ledger = SubmittedTasks.of(mill).submit(600, "fault_fail_first", millis(200));
        StreamReplayer forger = new StreamReplayer(mill, chance);

        ledger.awaitApplied(1);
        for (int round = 0; round < 20 && forger.forged() < ENOUGH; round++) {
            forger.copyAndShuffle();
        }

        assertThat(ledger.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
        assertThat(forger.forged()).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(ledger.stories()).allSatisfy(story -> {
            assertThat(story.errors()).containsExactly("java.lang.IllegalStateException");
            assertThat(story.attempt()).isEqualTo(2);
        });
    }

    private SubmittedTasks ledgerInItsMidst(Random chance) {
        SubmittedTasks ledger = SubmittedTasks.of(mill).submit(600, "fault_apply", millis(200));
        ledger.awaitApplied(20 + chance.nextInt(300));
        return ledger;
    }
}
