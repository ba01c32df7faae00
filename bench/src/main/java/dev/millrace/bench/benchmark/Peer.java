package dev.millrace.bench.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.millrace.bench.report.BenchMetrics;
import dev.millrace.testkit.process.Command;
import dev.millrace.testkit.process.Jvm;

/** Millrace's peers, and the floor: programs of {@code bench/peers} that print their measurements. */
public enum Peer {
    CELERY("Celery") {
        @Override
        Command command(Path root, int redisPort, String database, Sizes sizes) {
            return script(root, "celery", redisPort, sizes.drain() / 10);
        }
    },
    BULLMQ("BullMQ") {
        @Override
        Command command(Path root, int redisPort, String database, Sizes sizes) {
            return script(root, "bullmq", redisPort, sizes.drain() / 2);
        }
    },
    DB_SCHEDULER("db-scheduler") {
        @Override
        Command command(Path root, int redisPort, String database, Sizes sizes) {
            return program(root, "DbSchedulerPeer", database, sizes.drain() / 5);
        }
    },
    JOBRUNR("JobRunr") {
        @Override
        Command command(Path root, int redisPort, String database, Sizes sizes) {
            return program(root, "JobRunrPeer", database, sizes.drain() / 5);
        }
    },
    REDIS("redis-benchmark") {
        @Override
        Command command(Path root, int redisPort, String database, Sizes sizes) {
            return script(root, "floor", redisPort, sizes.drain() * 2);
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String subject;

    Peer(String subject) {
        this.subject = subject;
    }

    abstract Command command(Path root, int redisPort, String database, Sizes sizes);

    /** Runs the peer once; if it fails, notes that with its output. */
    void measure(Path root, int redisPort, String database, Sizes sizes, BenchMetrics metrics) {
        try {
            command(root, redisPort, database, sizes).output().lines().forEach(line -> report(line, metrics));
        } catch (RuntimeException e) {
            metrics.missing(subject, e.getMessage());
        }
    }

    private void report(String line, BenchMetrics metrics) {
        try {
            JsonNode metric = JSON.readTree(line);
            metrics.add(
                    "peers",
                    subject,
                    metric.path("name").asText(),
                    metric.path("unit").asText(),
                    metric.path("value").asDouble());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(subject + " printed a line that is no metric: " + line, e);
        }
    }

    private static Command script(Path root, String folder, int redisPort, int tasks) {
        return Command.of(
                        root.resolve("bench/peers")
                                .resolve(folder)
                                .resolve("run")
                                .toString(),
                        Integer.toString(tasks))
                .with("BENCH_REDIS", "redis://127.0.0.1:" + redisPort + "/0");
    }

    private static Command program(Path root, String name, String database, int tasks) {
        Path built = root.resolve("bench/peers/target");
        try {
            return Command.of(
                    Jvm.executable(),
                    "-cp",
                    built.resolve("classes") + ":"
                            + Files.readString(built.resolve("class-path")).strip(),
                    "dev.millrace.bench.peers." + name,
                    database,
                    Integer.toString(tasks));
        } catch (IOException e) {
            throw new UncheckedIOException("bench/peers is not built", e);
        }
    }
}
