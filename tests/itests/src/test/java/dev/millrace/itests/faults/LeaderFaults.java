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
    LeaderFaults(FaultTestBed testBed) {
        super(testBed);
    }

    @Test
    void the_other_server_leads_soon_after_the_leader_was_killed(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(600, "fault_apply", millis(300));
        submitted.awaitApplied(20 + random.nextInt(200));
        ServerProcess leader = testBed.leader();

        long killedAt = System.nanoTime();
        leader.kill();
        await().atMost(ofSeconds(30)).until(() -> testBed.leaderOrNull() != null);
        Duration leaderless = Duration.ofNanos(System.nanoTime() - killedAt);

        System.out.println("another server led " + leaderless.toMillis() + " ms after the leader was killed");
        assertThat(testBed.leader()).isNotSameAs(leader);
        assertThat(submitted.settle()).isEqualTo(Map.of("SUCCEEDED", 600));
    }

    @Test
    void two_servers_that_both_think_they_lead_do_no_harm(Random random) {
        SubmittedTasks submitted = SubmittedTasks.of(testBed).submit(800, "fault_apply", millis(200));
        submitted.awaitApplied(20 + random.nextInt(200));
        ServerProcess first = testBed.leader();
        String itsLease = testBed.lease();

        first.freeze();
        testBed.deleteLease();
        await().atMost(ofSeconds(30)).until(() -> testBed.lease() != null && !itsLease.equals(testBed.lease()));
        submitted.submit(200, "fault_apply", millis(200));
        first.thaw();

        assertThat(submitted.settle(nowAndThen(random, testBed::deleteLease))).isEqualTo(Map.of("SUCCEEDED", 1_000));
        assertThat(submitted.histories())
                .allSatisfy(history -> assertThat(history.attempt()).isEqualTo(1));
    }
}
