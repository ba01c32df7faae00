package dev.millrace.worker.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.millrace.contract.RedisAddress;
import dev.millrace.contract.RedisNames;
import dev.millrace.worker.catalogue.Durations;
import dev.millrace.worker.catalogue.HandlerType;
import dev.millrace.worker.catalogue.Handlers;
import dev.millrace.worker.redis.RedisConnection;
import dev.millrace.worker.run.Worker;
import dev.millrace.worker.run.WorkerSettings;

/** Starts a worker and keeps it running until the process is asked to end. */
@Command(
        name = "millrace-worker",
        description = "Runs Millrace tasks: reads them from Redis, reports progress and results back.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        defaultValueProvider = KeyDefaults.class,
        footer = {
            "",
            "Each option may also be a system property or an environment variable:",
            "  --redis        millrace.redis.url            MILLRACE_REDIS_URL",
            "  --queues       millrace.worker.queues        MILLRACE_WORKER_QUEUES",
            "  --concurrency  millrace.worker.concurrency   MILLRACE_WORKER_CONCURRENCY",
            "  --grace        millrace.worker.grace         MILLRACE_WORKER_GRACE"
        })
public final class WorkerCommand implements Callable<Integer> {
    @Option(
            names = "--redis",
            descriptionKey = "millrace.redis.url",
            paramLabel = "<url>",
            description = "Redis, e.g. redis://user:password@host:6379, rediss://… with TLS,"
                    + " redis-sentinel://…?master=<name>, redis-cluster://…  Default: redis://127.0.0.1:6379")
    private String redis = "redis://127.0.0.1:6379";

    @Option(
            names = "--queues",
            descriptionKey = "millrace.worker.queues",
            paramLabel = "<name>",
            split = ",",
            description = "Queues to read, separated by commas. Default: those of the handlers.")
    private List<String> queues = new ArrayList<>();

    @Option(
            names = "--concurrency",
            descriptionKey = "millrace.worker.concurrency",
            paramLabel = "<number>",
            description = "Tasks to run at once. Default: one for each core.")
    private int concurrency = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--grace",
            descriptionKey = "millrace.worker.grace",
            paramLabel = "<time>",
            description = "How long running tasks may go on after a request to stop, e.g. 25s. Default: 25s")
    private String grace = "25s";

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        LogFormat.install();
        System.exit(new CommandLine(new WorkerCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        RedisAddress address = checked("--redis", () -> RedisAddress.parse(redis));
        Duration graceTime = checked("--grace", () -> Durations.parse(grace));
        queues.forEach(queue -> checked("--queues", () -> RedisNames.requireQueue(queue)));
        if (concurrency < 1 || concurrency > 1_000) {
            throw new ParameterException(spec.commandLine(), "--concurrency: 1 to 1000 allowed, not " + concurrency);
        }
        Handlers handlers = Handlers.onClassPath();
        List<String> read = queues.isEmpty() ? List.copyOf(handlers.queues()) : queues;
        Worker worker = new Worker(
                RedisConnection.open(address),
                handlers,
                new WorkerSettings(read, concurrency, graceTime, Version.number()));
        introduce(worker, address, handlers, read);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(worker, stopped), "millrace-stop"));
        worker.start();
        stopped.await();
        return 0;
    }

    private void introduce(Worker worker, RedisAddress address, Handlers handlers, List<String> read) {
        Logger log = LoggerFactory.getLogger("millrace");
        log.info("Millrace worker {} is {}", Version.number(), worker.id());
        log.info("redis  {}", address);
        log.info("queues {}   slots {}   grace {}", String.join(", ", read), concurrency, grace);
        log.info(
                "types  {}",
                String.join(", ", handlers.all().stream().map(HandlerType::name).toList()));
    }

    private static void stop(Worker worker, CountDownLatch stopped) {
        try {
            worker.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stopped.countDown();
        }
    }

    private <T> T checked(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }
}
