package dev.millrace.bench.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.millrace.bench.stack.PayaraUnderTest;
import dev.millrace.bench.stack.ProcessStats;

/** The time of a start, and the memory of the processes before the first task. */
final class StartUpBenchmark implements Benchmark {
    private static final String PART = "start";
    private static final Pattern READY = Pattern.compile("ready in ([\\d,]+) \\(ms\\)");
    private static final Pattern ANNOUNCED = Pattern.compile("(?m)^(\\S+) .*Announced \\d+ task types");
    private static final DateTimeFormatter LOG_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx");

    @Override
    public void on(TestBed testBed) {
        PayaraUnderTest millrace =
                (PayaraUnderTest) testBed.millrace(); // the bench measures starts by ./run only, none of other servers
        testBed.add(
                PART, "./run until the page answers", "s", millrace.timeToPage().toMillis() / 1e3);
        testBed.add(PART, "the server until it is ready", "s", serverSeconds(millrace.log("server")));
        testBed.add(PART, "a worker until it is ready", "s", workerSeconds(millrace));
        for (String name : List.of("server", "worker-1")) {
            ProcessStats program = millrace.program(name);
            testBed.add(PART, name + " at rest: resident memory", "MB", program.memory() / 1e6);
            testBed.add(PART, name + " at rest: live heap", "MB", program.liveHeap() / 1e6);
        }
    }

    private static double serverSeconds(String log) {
        return Long.parseLong(found(READY, log).replace(",", "")) / 1e3;
    }

    private static double workerSeconds(PayaraUnderTest millrace) {
        Instant announced = OffsetDateTime.parse(found(ANNOUNCED, millrace.log("worker-1")), LOG_TIME)
                .toInstant();
        return Duration.between(millrace.program("worker-1").startedAt(), announced)
                        .toMillis()
                / 1e3;
    }

    private static String found(Pattern pattern, String log) {
        Matcher matcher = pattern.matcher(log);
        if (!matcher.find()) {
            throw new IllegalStateException("the log does not say " + pattern);
        }
        return matcher.group(1);
    }
}
