package dev.millrace.bench.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.process.Command;
import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.process.Jvm;
import dev.millrace.testkit.process.ManagedProcess;
import dev.millrace.testkit.process.Ports;
import dev.millrace.testkit.redis.RedisProcess;

/** Millrace's EAR on a WildFly of its own, with an embedded database of its own. */
public final class WildflyUnderTest implements ServerUnderTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final int READ_MILLIS = 10_000;

    /** The settings that {@code ./run} gives server and worker. */
    private static final String SERVER_HEAP = "-Xms128m -Xmx1g";

    private static final List<String> WORKER_HEAP = List.of("-Xms64m", "-Xmx1g", "-XX:+UseParallelGC");

    private final Path root;
    private final Path data;
    private final Path home;
    private final Path standalone;
    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private final ManagedProcess server;
    private final ManagedProcess worker;

    /**
     * Starts Millrace, and returns when it is ready.
     *
     * @param root the repository, with the EAR built and WildFly unpacked
     * @param data folder for all files that Millrace writes; this deletes its content first
     * @param redis empty
     * @param settings further variables of its environment
     */
    public WildflyUnderTest(Path root, Path data, RedisProcess redis, Map<String, String> settings) {
        this.root = root;
        this.data = data;
        home = root.resolve("bench/target/wildfly-" + ParentPom.version(root, "wildfly"));
        standalone = data.resolve("standalone");
        MillraceEnvironment environment = new MillraceEnvironment(root, data, redis.url(), settings)
                .with("MILLRACE_DB_URL", "jdbc:h2:file:" + data.resolve("db/millrace"));
        Folders.delete(data);
        Folders.create(data);
        install();
        server = server(environment);
        try {
            server.awaitAnswer(TIMEOUT, this::isReady);
            worker = worker(environment);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void install() {
        Folders.copy(home.resolve("standalone"), standalone);
        Command.of(
                        "sh",
                        home.resolve("bin/jboss-cli.sh").toString(),
                        "-Djboss.server.base.dir=" + standalone,
                        "--file=" + root.resolve("deploy/wildfly/configure.cli"))
                .with("JBOSS_HOME", home.toString())
                .output();
        Folders.copy(root.resolve("ear/target/millrace.ear"), standalone.resolve("deployments/millrace.ear"));
    }

    private ManagedProcess server(MillraceEnvironment environment) {
        List<String> command = List.of(
                "sh",
                home.resolve("bin/standalone.sh").toString(),
                "-Djboss.bind.address=127.0.0.1",
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + Ports.free(),
                "-Djboss.management.http.port=" + managementPort);
        MillraceEnvironment itsOwn = environment
                .with("JBOSS_HOME", home.toString())
                .with("JBOSS_BASE_DIR", standalone.toString())
                .with("JBOSS_PIDFILE", pidOfServer().toString())
                .with("LAUNCH_JBOSS_IN_BACKGROUND", "true") // else the script does not pass on the signal to stop
                .with("JAVA_OPTS", "") // else the script ignores the next variable
                .with("JBOSS_JAVA_SIZING", SERVER_HEAP + " " + environment.get("MILLRACE_SERVER_OPTS"));
        return started("server", command, itsOwn);
    }

    private ManagedProcess worker(MillraceEnvironment environment) {
        List<String> command = new ArrayList<>();
        command.add(Jvm.executable());
        command.addAll(WORKER_HEAP);
        command.addAll(List.of(environment.get("MILLRACE_WORKER_OPTS").split("\\s+")));
        command.add("-cp");
        command.add(
                root.resolve("deploy/target/stack/millrace-worker.jar") + ":" + environment.get("MILLRACE_HANDLERS"));
        command.add("dev.millrace.worker.cli.WorkerCommand");
        return started("worker-1", command, environment);
    }

    private ManagedProcess started(String name, List<String> command, MillraceEnvironment environment) {
        return new ManagedProcess(name + " of WildFly", command, environment.variables(), data.resolve(name + ".log"))
                .withGrace(GRACE)
                .start();
    }

    private boolean isReady() {
        try {
            URL address = new URL("http", "localhost", managementPort, "/health/ready");
            HttpURLConnection health = (HttpURLConnection) address.openConnection();
            health.setReadTimeout(READ_MILLIS);
            return health.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    private Path pidOfServer() {
        return data.resolve("server.pid");
    }

    @Override
    public ApiClient apiClient() {
        return ApiClient.manyAt(URI.create("http://localhost:" + port + "/millrace/"))
                .withTimeout(RESPONSE_LIMIT);
    }

    @Override
    public ProcessStats program(String name) {
        return name.equals("server") ? ProcessStats.in(pidOfServer()) : new ProcessStats(worker.pid());
    }

    @Override
    public void close() {
        try (server) {
            worker.close();
        }
    }
}
