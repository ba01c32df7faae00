package dev.millrace.itests.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.millrace.contract.RedisNames;
import dev.millrace.itests.faults.handlers.Effect;
import dev.millrace.testkit.client.ApiClient;
import dev.millrace.testkit.network.FaultProxy;
import dev.millrace.testkit.process.BuildOutput;
import dev.millrace.testkit.redis.RedisProcess;
import dev.millrace.testkit.server.ServerProcess;
import dev.millrace.testkit.server.Stack;
import dev.millrace.testkit.server.WorkerProcess;

import static org.awaitility.Awaitility.await;

/**
 * The target of the scenarios: one or two servers and two workers with the suite's handlers. Each server, and the workers
 * together, have a network of their own to Redis. The transport's timeouts are short, so that a scenario ends soon.
 */
final class FaultTestBed implements AutoCloseable {
    /** Slots of each worker. */
    static final int SLOTS = 50;

    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final Stack stack;
    private final RestartablePostgres postgres;
    private final Effects effects;
    private final List<FaultProxy> redisOfServers = new ArrayList<>();
    private final FaultProxy redisOfWorkers;
    private final List<ServerProcess> servers = new ArrayList<>();
    private final List<WorkerProcess> workers = new ArrayList<>();

    private FaultTestBed(String name, RestartablePostgres postgres, int nodes) {
        this.postgres = postgres;
        stack = Stack.of(name)
                .with("MILLRACE_DISPATCH_LOST_AFTER", "2s")
                .with("MILLRACE_DISPATCH_LEASE", "3s")
                .with("MILLRACE_RESULTS_TAKE_OVER", "2s")
                .with("MILLRACE_REDIS_TIMEOUT", "2s")
                .with("MILLRACE_ACCOUNTS_ACCESS_TOKEN", "2h");
        if (postgres != null) {
            stack.with("MILLRACE_DB_URL", postgres.url());
        }
        effects = new Effects(stack.folder().resolve("effects"));
        for (int i = 0; i < nodes; i++) {
            FaultProxy network = FaultProxy.to(stack.redis().port());
            redisOfServers.add(network);
            stack.with("MILLRACE_REDIS_URL", "redis://127.0.0.1:" + network.port());
            servers.add(stack.addServer());
        }
        redisOfWorkers = FaultProxy.to(stack.redis().port());
        for (int i = 0; i < 2; i++) {
            workers.add(stack.add(worker()));
        }
    }

    /** One server on an H2 file. */
    static FaultTestBed onH2() {
        return new FaultTestBed("faults-h2", null, 1);
    }

    /** Two servers on one PostgreSQL. */
    static FaultTestBed onPostgres() {
        return new FaultTestBed("faults-postgres", new RestartablePostgres(), 2);
    }

    /** Starts and thaws everything, restores the networks, and waits until the stack accepts and runs tasks. */
    FaultTestBed repair() {
        networks().forEach(FaultProxy::resume);
        if (postgres != null) {
            postgres.start();
        }
        servers.stream().filter(ServerProcess::isAlive).forEach(ServerProcess::thaw);
        workers.stream().filter(WorkerProcess::isAlive).forEach(WorkerProcess::thaw);
        if (!redis().isAlive()) {
            redis().start();
        }
        servers.stream().filter(server -> !server.isAlive()).forEach(ServerProcess::begin);
        servers.forEach(ServerProcess::awaitReady);
        var user = apiClient().signedIn();
        await().atMost(TIMEOUT).ignoreExceptions().until(() -> {
            superviseWorkers(); // a worker that a handler of the scenario before has told to exit may end only now
            return user.get("api/task-types/fault_apply")
                            .json()
                            .path("workersOnline")
                            .asInt()
                    == workers.size();
        });
        return this;
    }

    /** Starts the workers that have ended, as {@code ./run} does. */
    void superviseWorkers() {
        workers.stream().filter(worker -> !worker.isAlive()).forEach(WorkerProcess::start);
    }

    /** Sends SIGTERM to all at once and waits until all have ended. */
    void stopAllInOrder() {
        List<Runnable> stops = new ArrayList<>(List.of(redis()::stop));
        servers.forEach(server -> stops.add(server::stop));
        workers.forEach(worker -> stops.add(worker::stop));
        CompletableFuture.allOf(stops.stream()
                        .map(stop -> CompletableFuture.runAsync(stop, task -> new Thread(task).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** A client of a server that is up. */
    ApiClient apiClient() {
        return ApiClient.at(servers.stream()
                .filter(ServerProcess::isAwake)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no server is up"))
                .address());
    }

    RedisProcess redis() {
        return stack.redis();
    }

    RestartablePostgres postgres() {
        return postgres;
    }

    Effects effects() {
        return effects;
    }

    List<ServerProcess> servers() {
        return servers;
    }

    List<WorkerProcess> workers() {
        return workers;
    }

    /** That server's network to Redis. */
    FaultProxy redisOf(ServerProcess server) {
        return redisOfServers.get(servers.indexOf(server));
    }

    /** Each server's network to Redis. */
    List<FaultProxy> networksOfServers() {
        return redisOfServers;
    }

    /** All networks to Redis. */
    List<FaultProxy> redisNetworks() {
        List<FaultProxy> all = new ArrayList<>(redisOfServers);
        all.add(redisOfWorkers);
        return all;
    }

    /** All networks there are. */
    List<FaultProxy> networks() {
        List<FaultProxy> all = redisNetworks();
        if (postgres != null) {
            all.add(postgres.network());
        }
        return all;
    }

    /** The number of workers with a heartbeat in Redis. */
    long liveWorkers() {
        return redis().ask(redis -> redis.zrange(RedisNames.WORKERS, 0, -1).stream()
                .filter(worker -> redis.exists(RedisNames.worker(worker)))
                .count());
    }

    /** The value of the queue's lease, null if no server leads. */
    String lease() {
        return redis().ask(redis -> redis.get(RedisNames.lease("default")));
    }

    /** Deletes the lease of the queue. */
    void deleteLease() {
        redis().ask(redis -> redis.del(RedisNames.lease("default")));
    }

    /** Waits for a server that leads the queue. */
    ServerProcess leader() {
        return await().atMost(TIMEOUT).until(this::leaderOrNull, found -> found != null);
    }

    /** Rows that must not exist when all tasks have ended; empty on H2, which admits no second process. */
    Map<String, Long> leftInSql() {
        return postgres == null
                ? Map.of()
                : Map.of(
                        "tasks that have not ended",
                        postgres.count("select count(*) from mr_task where state in ('WAITING', 'QUEUED', 'RUNNING')"),
                        "ended tasks in line",
                        postgres.count(
                                "select count(*) from mr_task where state in ('SUCCEEDED', 'FAILED', 'CANCELLED')"
                                        + " and (dispatch_key is not null or due_at is not null or parked_key is not null)"));
    }

    @Override
    public void close() {
        networks().forEach(FaultProxy::resume);
        stack.close();
        networks().forEach(FaultProxy::close);
        if (postgres != null) {
            postgres.close();
        }
    }

    /** The server that leads the queue, null if none does. */
    ServerProcess leaderOrNull() {
        String lease = lease();
        return lease == null
                ? null
                : servers.stream()
                        .filter(server -> server.isAlive() && server.output().contains("; lease " + lease))
                        .findFirst()
                        .orElse(null);
    }

    private WorkerProcess worker() {
        return new WorkerProcess(
                stack.nextWorker(),
                "redis://127.0.0.1:" + redisOfWorkers.port(),
                BuildOutput.TARGET.resolve("test-classes"),
                List.of(
                        effects.property(),
                        "-Dmillrace.worker.packages=" + Effect.class.getPackageName(),
                        "-XX:+UseSerialGC"),
                List.of("--concurrency", Integer.toString(SLOTS), "--grace", "3s", "--child-memory", "64m"));
    }
}
