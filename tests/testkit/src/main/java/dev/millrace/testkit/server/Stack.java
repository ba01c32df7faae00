package dev.millrace.testkit.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.process.Folders;
import dev.millrace.testkit.redis.RedisProcess;

/** A Redis with its servers and workers. It starts with one server and one worker, and empty. */
public final class Stack implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final Path folder;
    private final RedisProcess redis;
    private String kind = ServerInstallation.usual();
    private final Map<String, String> environment = new HashMap<>();
    private final List<ServerProcess> servers = new ArrayList<>();
    private final List<WorkerProcess> workers = new ArrayList<>();

    private Stack(String purpose) {
        name = purpose + "-" + COUNT.incrementAndGet();
        folder = BuildOutput.TARGET.resolve("stacks").resolve(name);
        Folders.delete(folder);
        redis = new RedisProcess(folder.resolve("redis"), name + "-redis");
        environment.put("MILLRACE_REDIS_URL", redis.url());
        environment.put("MILLRACE_DB_URL", "jdbc:h2:file:" + folder.resolve("db/millrace"));
        environment.put("MILLRACE_ADMIN_PASSWORD", ApiClient.PASSWORD);
        environment.put("MILLRACE_ACCOUNTS_REGISTRATIONS_PER_ADDRESS", "1000000");
        environment.put("MILLRACE_ACCOUNTS_REGISTRATIONS_IN_ALL", "1000000");
        environment.put("MILLRACE_SHUTDOWN_DELAY", "0s");
        environment.put("MILLRACE_KEYS_DIRECTORY", folder.resolve("home").toString());
    }

    /** A stack on an H2 database of its own, not started. */
    public static Stack of(String purpose) {
        return new Stack(purpose);
    }

    /** Sets a variable of the servers' environment; only before the caller adds them. */
    public Stack with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /**
     * Sets the kind of its servers; only before the caller adds them.
     *
     * @param server {@code micro}, {@code wildfly} or {@code payara}
     */
    public Stack on(String server) {
        kind = server;
        return this;
    }

    /** Starts Redis, one server and one worker; returns when tasks can be submitted. */
    public Stack start() {
        redis.start();
        ServerProcess server = addServer().begin();
        addWorker().start();
        server.awaitReady();
        ApiClient.at(server.address()).signedIn().awaitsType("reverse_string");
        return this;
    }

    /** Adds one server, not started. */
    public ServerProcess addServer() {
        String server = name + "-server-" + (servers.size() + 1);
        servers.add(new ServerProcess(server, kind, folder.resolve(server), environment));
        return servers.get(servers.size() - 1);
    }

    /** Adds one worker, not started. */
    public WorkerProcess addWorker() {
        return add(new WorkerProcess(nextWorker(), redis.url()));
    }

    /** Adds another worker, not started, which ends with the stack. */
    public WorkerProcess add(WorkerProcess worker) {
        workers.add(worker);
        return worker;
    }

    /** The name for the next worker. */
    public String nextWorker() {
        return name + "-worker-" + (workers.size() + 1);
    }

    /** The folder of its parts' files. */
    public Path folder() {
        return folder;
    }

    public RedisProcess redis() {
        return redis;
    }

    public ServerProcess server() {
        return servers.get(0);
    }

    public WorkerProcess worker() {
        return workers.get(0);
    }

    @Override
    public void close() {
        workers.forEach(WorkerProcess::close);
        servers.forEach(ServerProcess::close);
        redis.close();
    }
}
