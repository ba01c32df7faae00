package dev.millrace.itests.faults;

import java.time.Duration;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.millrace.testkit.server.ServerProcess;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two servers of which one leads, or both think so. */
abstract class LeaderFaults extends FaultScenarios {
    LeaderFaults(FaultTestBed mill) {
        super(mill);
    }

    @Test
    void the_other_server_leads_soon_after_the_leader_was_killed(Random chance) {
        SubmittedTasks ledger = SubmittedTasks.of(mill).submit(600, "fault_apply", millis(300));
        ledger.awaitApplied(20 + chance.nextInt(200));
        ServerProcess leader = mill.leader();

        long killedAt = System.nanoTime();
        leader.kill();
        await().atMost(ofSeconds(30)).until(() -> mill.leaderOrNull() != null);
        Duration leaderless = Duration.ofNanos(System.nanoTime() - killedAt);

        System.out.println("another server led " + leaderless.toMillis() + " ms after the leader was killed");
        assertThat(mill.leader()).isNotSameAs(leader);
        assertThat(ledger.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
    }

    @Test
    void two_servers_that_both_think_they_lead_do_no_harm(Random chance) {
        SubmittedTasks ledger = SubmittedTasks.of(mill).submit(800, "fault_apply", millis(200));
        ledger.awaitApplied(20 + chance.nextInt(200));
        ServerProcess first = mill.leader();
        String itsLease = mill.lease();

        first.freeze();
        mill.deleteLease();
        await().atMost(ofSeconds(30)).until(() -> mill.lease() != null && !itsLease.equals(mill.lease()));
        ledger.submit(200, "fault_apply", millis(200));
        first.thaw();

        assertThat(ledger.settle(nowAndThen(chance, mill::deleteLease))).isEqualTo(Map.of("SUCCEEDED", 1_000));
        assertThat(ledger.stories())
                .allSatisfy(story -> assertThat(story.attempt()).isEqualTo(1));
    }
}
