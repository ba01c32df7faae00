package dev.millrace.itests.faults;

import java.io.PrintWriter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The program behind {@code tests/itests/soak}: the suite again and again, each round with a seed of its own. */
final class SoakMain {
    private static final TestExecutionListener SHOW_SCENARIOS = new TestExecutionListener() {
        @Override
        public void executionStarted(TestIdentifier scenario) {
            if (scenario.isTest()) {
                System.out.println("  " + scenario.getDisplayName());
            }
        }
    };

    private SoakMain() {}

    /** @param arguments for how many seconds, and the seed of the first round; without it, a random one */
    public static void main(String[] arguments) {
        long end = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000;
        int round = 0;
        do {
            round++;
            long seed = arguments.length > 1 && round == 1
                    ? Long.parseLong(arguments[1])
                    : new Random().nextInt(1_000_000_000);
            System.out.println("round " + round + ", seed " + seed);
            if (!passes(seed)) {
                System.out.println(
                        "round " + round + " FAILED; the same choices once more: tests/itests/soak 1s " + seed);
                System.exit(1);
            }
        } while (System.nanoTime() < end);
        System.out.println("all " + round + " rounds passed");
    }

    /** For a full server, only the scenarios that can differ from Micro: database, Redis, leaders and servers. */
    private static List<ClassSelector> suite() {
        String server = System.getProperty("millrace.server", "micro");
        return (server.equals("micro")
                        ? Stream.of(FaultsOnH2IT.class, FaultsOnPostgresIT.class)
                        : Stream.of(
                                FaultsOnPostgresIT.OfTheDatabase.class,
                                FaultsOnPostgresIT.OfRedis.class,
                                FaultsOnPostgresIT.OfLeaders.class,
                                FaultsOnPostgresIT.OfServers.class))
                .map(DiscoverySelectors::selectClass)
                .toList();
    }

    private static boolean passes(long seed) {
        System.setProperty(Seed.PROPERTY, Long.toString(seed));
        LauncherDiscoveryRequest suite =
                LauncherDiscoveryRequestBuilder.request().selectors(suite()).build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .build())
                .execute(suite, SHOW_SCENARIOS, summary);
        summary.getSummary().printFailuresTo(new PrintWriter(System.out, true));
        System.out.printf(
                "  %d of %d scenarios passed in %d s%n",
                summary.getSummary().getTestsSucceededCount(),
                summary.getSummary().getTestsFoundCount(),
                (summary.getSummary().getTimeFinished() - summary.getSummary().getTimeStarted()) / 1_000);
        return summary.getSummary().getTestsSucceededCount()
                == summary.getSummary().getTestsFoundCount();
    }
}
