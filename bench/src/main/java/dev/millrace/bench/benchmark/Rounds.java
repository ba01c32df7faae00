package dev.millrace.bench.benchmark;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import dev.millrace.bench.report.BenchMetrics;
import dev.millrace.bench.stack.PayaraUnderTest;
import dev.millrace.bench.stack.ServerUnderTest;
import dev.millrace.bench.stack.WildflyUnderTest;
import dev.millrace.testkit.database.PostgresServer;
import dev.millrace.testkit.redis.RedisProcess;

/** Measures everything several times, each time all of it before the next, so that a slow minute affects all alike. */
public final class Rounds {
    /** The differences from a start without any configuration. */
    public static final Map<String, String> SETTINGS = Map.of(
            "MILLRACE_WORKER_CONCURRENCY", "32",
            "MILLRACE_PUSH_HISTORY", "20000",
            "MILLRACE_PUSH_MAX_CONNECTIONS", "20000",
            "MILLRACE_PUSH_MAX_CONNECTIONS_PER_USER", "20000",
            "MILLRACE_LIMITS_WAITING_PER_USER", "100000000");

    /** The options that docs/configuration.md advises for a server that runs for long; the bench measures a start without. */
    private static final String FOR_LONG = "-XX:TieredStopAtLevel=4";

    /** More memory than it has as shipped; every commit reaches the disk. */
    private static final Map<String, String> POSTGRES_SETTINGS = Map.of(
            "shared_buffers", "256MB",
            "max_connections", "200",
            "max_wal_size", "2GB",
            "fsync", "on",
            "synchronous_commit", "on");

    private final Path root;
    private final Path redisProgram;
    private final Path data;
    private final Sizes sizes;
    private final Map<String, String> environment;
    private final BenchMetrics metrics;

    /**
     * Prepares the rounds and starts nothing yet.
     *
     * @param root the repository
     * @param redisProgram the {@code redis-server} that everything uses
     * @param environment of Millrace
     */
    public Rounds(Path root, Path redisProgram, Sizes sizes, Map<String, String> environment, BenchMetrics metrics) {
        this.root = root;
        this.redisProgram = redisProgram;
        this.data = root.resolve("bench/target/data");
        this.sizes = sizes;
        this.environment = Map.copyOf(environment);
        this.metrics = metrics;
    }

    /**
     * Measures all rounds.
     *
     * @param parts of Millrace
     * @param servers that run these parts
     * @param databases of Payara Micro's, {@code h2} and {@code postgres}
     * @param peers to measure in each round
     * @param afterEach receives the number of finished rounds after each one; saves results before an interrupt can lose them
     */
    public void perform(
            int rounds,
            Set<Part> parts,
            Set<ServerKind> servers,
            List<String> databases,
            List<Peer> peers,
            IntConsumer afterEach) {
        try (RedisProcess redis = new RedisProcess(redisProgram, data.resolve("redis"), "redis").start();
                PostgresServer postgres =
                        PostgresServer.temporary(POSTGRES_SETTINGS).start()) {
            for (int round = 1; round <= rounds; round++) {
                System.out.printf("Round %d of %d%n", round, rounds);
                if (servers.contains(ServerKind.PAYARA)) {
                    for (String database : databases) {
                        onPayara(redis, postgres, database, partsOf(round, parts, database.equals(databases.get(0))));
                    }
                }
                if (servers.contains(ServerKind.WILDFLY)) {
                    onWildFly(redis, parts);
                }
                for (Peer peer : peers) {
                    redis.flush();
                    peer.measure(root, redis.port(), postgres.newDatabase("peer"), sizes, metrics);
                }
                afterEach.accept(round);
            }
        }
    }

    private static List<Part> partsOf(int round, Set<Part> parts, boolean onFirstDatabase) {
        return parts.stream()
                .sorted()
                .filter(part -> !part.isOnce() || round == 1 && onFirstDatabase)
                .toList();
    }

    private void onPayara(RedisProcess redis, PostgresServer postgres, String database, List<Part> parts) {
        boolean onPostgres = database.equals("postgres");
        String subject = onPostgres ? "Millrace, PostgreSQL" : "Millrace, H2";
        Function<Map<String, String>, ServerUnderTest> start = settings -> {
            String url = onPostgres ? postgres.newDatabase("millrace") : null;
            return new PayaraUnderTest(root, data.resolve("server"), redis, url, settings);
        };
        measureCold(redis, subject, parts, () -> start.apply(environment));
        measureWarm(redis, subject, parts, () -> start.apply(forLong()));
    }

    private Map<String, String> forLong() {
        Map<String, String> settings = new HashMap<>(environment);
        settings.merge("MILLRACE_SERVER_OPTS", FOR_LONG, (own, ours) -> ours + " " + own);
        return settings;
    }

    private void onWildFly(RedisProcess redis, Set<Part> parts) {
        List<Part> itsParts = parts.stream().filter(Part::isOnWildFly).toList();
        measureWarm(
                redis,
                "Millrace, WildFly",
                itsParts,
                () -> new WildflyUnderTest(root, data.resolve("wildfly"), redis, environment));
    }

    private void measureCold(RedisProcess redis, String subject, List<Part> parts, Supplier<ServerUnderTest> start) {
        measure(redis, subject, parts.stream().filter(Part::isCold).toList(), start, testBed -> {});
    }

    private void measureWarm(RedisProcess redis, String subject, List<Part> parts, Supplier<ServerUnderTest> start) {
        measure(redis, subject, parts.stream().filter(part -> !part.isCold()).toList(), start, TestBed::warmUp);
    }

    private void measure(
            RedisProcess redis,
            String subject,
            List<Part> parts,
            Supplier<ServerUnderTest> start,
            Consumer<TestBed> first) {
        if (parts.isEmpty()) {
            return;
        }
        redis.flush();
        try (ServerUnderTest millrace = start.get();
                TestBed testBed = new TestBed(redis, millrace, sizes, subject, metrics)) {
            first.accept(testBed);
            parts.forEach(part -> measure(testBed, part));
        } catch (RuntimeException | AssertionError e) {
            metrics.missing(subject, e.toString());
        }
    }

    private static void measure(TestBed testBed, Part part) {
        try {
            part.measurement().on(testBed);
        } catch (RuntimeException | AssertionError e) {
            testBed.missing(part, e.toString());
        }
    }
}
