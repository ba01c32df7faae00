package dev.millrace.worker.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.extension.ExtensionContext;

import dev.millrace.contract.RedisNames;
import dev.millrace.worker.cli.WorkerCommand;

/** Workers as processes of their own, on a Redis of their own; the test kills them afterwards. */
final class WorkerProcessTestBed extends RedisTestBed {
    private final List<Process> started = new ArrayList<>();

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        started.forEach(Process::destroyForcibly);
        super.afterEach(context);
    }

    /** Starts a worker of two slots and waits for its first heartbeat. */
    Process start(Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmillrace.worker.packages=dev.millrace.testhandlers",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerCommand.class.getName(),
                "--redis",
                url(),
                "--concurrency",
                environment.getOrDefault("MILLRACE_WORKER_CONCURRENCY", "2"),
                "--grace",
                "5s");
        builder.environment().putAll(environment);
        Process worker = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(worker);
        eventually().until(() -> redis().zcard(RedisNames.WORKERS) == 1);
        return worker;
    }
}
