package dev.millrace.worker.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import redis.clients.jedis.UnifiedJedis;

import dev.millrace.contract.RedisNames;
import dev.millrace.contract.configuration.Durations;
import dev.millrace.redis.RedisAddress;
import dev.millrace.worker.child.ChildSettings;
import dev.millrace.worker.execution.Worker;
import dev.millrace.worker.execution.WorkerSettings;
import dev.millrace.worker.metrics.MetricsEndpoint;
import dev.millrace.worker.redis.PermanentRedisFailure;
import dev.millrace.worker.redis.RedisConnection;
import dev.millrace.worker.registry.HandlerRegistry;
import dev.millrace.worker.registry.HandlerType;
import dev.millrace.worker.thread.UninterruptibleThread;

/** Starts a worker, which runs until a signal or an error stops the process. */
@Command(
        name = "millrace-worker",
        description = "Runs Millrace tasks: reads them from Redis, reports progress and results back.",
        mixinStandardHelpOptions = true,
        versionProvider = WorkerVersion.class,
        defaultValueProvider = KeyDefaults.class,
        footer = {
            "",
            "Each option may also be a system property or an environment variable:",
            "  --redis        millrace.redis.url            MILLRACE_REDIS_URL",
            "  --redis-password-file  millrace.redis.password-file  MILLRACE_REDIS_PASSWORD_FILE",
            "  --queues       millrace.worker.queues        MILLRACE_WORKER_QUEUES",
            "  --concurrency  millrace.worker.concurrency   MILLRACE_WORKER_CONCURRENCY",
            "  --grace        millrace.worker.grace         MILLRACE_WORKER_GRACE",
            "  --child-tasks  millrace.worker.child-tasks   MILLRACE_WORKER_CHILD_TASKS",
            "  --child-memory millrace.worker.child-memory  MILLRACE_WORKER_CHILD_MEMORY",
            "  --metrics-port     millrace.metrics.port     MILLRACE_METRICS_PORT",
            "  --metrics-address  millrace.metrics.address  MILLRACE_METRICS_ADDRESS",
            "",
            "Ends with 75 when it stopped by itself because too many handlers ignored requests to stop,",
            "with 70 when a handler called System.exit, with 71 when a handler ended a thread of the worker,",
            "with 78 when a handler or the class path is invalid, or Redis gives an error that waiting does not mend."
        })
public final class WorkerCommand implements Callable<Integer> {
    /** EX_TEMPFAIL of sysexits.h: a supervisor should start it again. */
    private static final int EXHAUSTED = 75;

    /** EX_CONFIG of sysexits.h: a new start does not help. */
    private static final int MISCONFIGURED = 78;

    /** EX_OSERR of sysexits.h: a supervisor should start it again. */
    private static final int THREAD_LOST = 71;

    /** EX_SOFTWARE of sysexits.h: a supervisor should start it again. */
    private static final int HANDLER_EXITED = 70;

    @Mixin
    private RedisOptions redis;

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

    @Option(
            names = "--child-tasks",
            descriptionKey = "millrace.worker.child-tasks",
            paramLabel = "<number>",
            description = "After how many tasks a child process of isolated types is replaced. Default: 100")
    private int childTasks = 100;

    @Option(
            names = "--child-memory",
            descriptionKey = "millrace.worker.child-memory",
            paramLabel = "<size>",
            description = "Greatest heap of a child process, e.g. 512m or 2g. Default: 512m")
    private String childMemory = "512m";

    @Option(
            names = "--metrics-port",
            descriptionKey = "millrace.metrics.port",
            paramLabel = "<number>",
            description = "Port on which Prometheus may read /metrics. Default: none")
    private Integer metricsPort;

    @Option(
            names = "--metrics-address",
            descriptionKey = "millrace.metrics.address",
            paramLabel = "<address>",
            description = "Address of that port. Default: 127.0.0.1")
    private String metricsAddress = "127.0.0.1";

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        LogFormat.install();
        System.exit(new CommandLine(new WorkerCommand()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        warnAboutKeys();
        RedisAddress address = redis.address();
        Duration graceTime = parse("--grace", () -> Durations.parse(grace));
        queues.forEach(queue -> parse("--queues", () -> RedisNames.requireQueueName(queue)));
        if (concurrency < 1 || concurrency > 1_000) {
            throw new ParameterException(spec.commandLine(), "--concurrency: 1 to 1000 allowed");
        }
        ChildSettings children =
                parse("--child-tasks, --child-memory", () -> new ChildSettings(childTasks, childMemory));
        HandlerRegistry handlers;
        try {
            handlers = HandlerRegistry.scanClassPath();
        } catch (IllegalArgumentException e) {
            return failStart(e.getMessage());
        }
        List<String> queuesRead = queues.isEmpty() ? List.copyOf(handlers.queues()) : queues;
        UnifiedJedis client;
        try {
            client = RedisConnection.awaitReady(address, queuesRead);
        } catch (PermanentRedisFailure e) {
            return failStart(e.getMessage() + " (" + address + ")");
        }
        Worker worker = new Worker(
                client,
                () -> RedisConnection.open(address),
                handlers,
                new WorkerSettings(queuesRead, concurrency, graceTime, children, WorkerVersion.number()));
        logStart(worker, address, handlers, queuesRead);
        openMetrics(worker);
        Runtime.getRuntime().addShutdownHook(new UninterruptibleThread("stop", () -> stop(worker)));
        worker.start();
        boolean exhausted = worker.awaitStop();
        if (worker.permanentError() != null) {
            return failStart(worker.permanentError() + " (" + address + ")");
        }
        if (worker.hasLostThread()) {
            return THREAD_LOST;
        }
        return exhausted ? EXHAUSTED : 0;
    }

    private void warnAboutKeys() {
        Logger log = LoggerFactory.getLogger("millrace");
        ((KeyDefaults) spec.defaultValueProvider()).notices().forEach(log::warn);
        KeyDefaults.unknownNames().forEach(log::warn);
    }

    /** @param reason becomes one line, since supervisors show one */
    private static int failStart(String reason) {
        System.err.println("The worker cannot run: " + reason.replaceAll("\\s*\\R\\s*", " "));
        return MISCONFIGURED;
    }

    private void logStart(Worker worker, RedisAddress address, HandlerRegistry handlers, List<String> queuesRead) {
        Logger log = LoggerFactory.getLogger("millrace");
        log.info("Millrace worker {} is {}", WorkerVersion.number(), worker.id());
        log.info("redis  {}", address);
        log.info("queues {}   slots {}   grace {}", String.join(", ", queuesRead), concurrency, grace);
        log.info(
                "types  {}",
                String.join(", ", handlers.all().stream().map(HandlerType::name).toList()));
    }

    private void openMetrics(Worker worker) {
        if (metricsPort != null) {
            InetSocketAddress address =
                    parse("--metrics-port", () -> new InetSocketAddress(metricsAddress, metricsPort));
            try {
                MetricsEndpoint port = new MetricsEndpoint(address, worker.metrics()::scrape);
                LoggerFactory.getLogger("millrace").info("metrics http:/{}/metrics", port.address());
            } catch (IOException e) {
                throw new ParameterException(
                        spec.commandLine(), "--metrics-port: cannot listen on " + address + ": " + e.getMessage(), e);
            }
        }
    }

    /** After a handler's exit the worker sets the exit code itself, and no hook of the handler can delay it. */
    private static void stop(Worker worker) {
        try {
            if (worker.stopAtExit()) {
                System.err.println("A handler called System.exit; its attempt has failed, and this worker ends.");
                Runtime.getRuntime().halt(HANDLER_EXITED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T parse(String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }
}
