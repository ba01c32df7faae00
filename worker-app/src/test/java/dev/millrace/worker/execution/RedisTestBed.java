package dev.millrace.worker.execution;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.redis.RedisAddress;
import dev.millrace.testkit.redis.LocalRedis;
import dev.millrace.worker.redis.RedisConnection;

/** A Redis of its own, and the server's side of it. */
class RedisTestBed implements BeforeEachCallback, AfterEachCallback {
    static final String QUEUE = "default";

    private LocalRedis server;
    private UnifiedJedis redis;

    @Override
    public void beforeEach(ExtensionContext context) {
        server = new LocalRedis().start();
        redis = open();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        redis.close();
        server.stop();
    }

    String url() {
        return server.url();
    }

    UnifiedJedis redis() {
        return redis;
    }

    void restartRedisEmpty() {
        server.stop();
        server.start();
    }

    int port() {
        return server.port();
    }

    void stopRedis() {
        server.stop();
    }

    /** Has Redis run an administrative command. */
    Object command(String name, String... arguments) {
        var command = new CommandArguments(Protocol.Command.valueOf(name));
        List.of(arguments).forEach(command::add);
        return redis.executeCommand(command);
    }

    /** Closes every connection of this type except its own. */
    void cutConnections(String type) {
        var kill = new CommandArguments(Protocol.Command.CLIENT);
        redis.executeCommand(kill.add("KILL").add("TYPE").add(type));
    }

    ConditionFactory eventually() {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions();
    }

    Claim dispatch(String type, String text) {
        return dispatch(QUEUE, type, text, null);
    }

    Claim dispatch(String queue, String type, String text, Duration timeout) {
        Claim claim = new Claim(UUID.randomUUID(), 1);
        dispatch(queue, new TaskDispatch(claim, type, 1, "{\"text\":\"" + text + "\"}", timeout));
        return claim;
    }

    void dispatch(String queue, TaskDispatch dispatch) {
        redis.xadd(RedisNames.tasks(queue), StreamEntryID.NEW_ENTRY, dispatch.toFields());
    }

    void orderToStop(Claim claim) {
        redis.publish(RedisNames.STOP_ORDERS, claim.toString());
    }

    List<String> queues() {
        return List.of(QUEUE);
    }

    List<Map<String, String>> reports(Claim claim) {
        return queues().stream()
                .flatMap(queue ->
                        redis.xrange(RedisNames.results(queue), (StreamEntryID) null, (StreamEntryID) null).stream())
                .map(StreamEntry::getFields)
                .filter(fields -> fields.get("task").equals(claim.taskId().toString()))
                .toList();
    }

    List<String> kinds(Claim claim) {
        return reports(claim).stream().map(fields -> fields.get("kind")).toList();
    }

    Map<String, String> last(Claim claim) {
        List<Map<String, String>> reports = reports(claim);
        return reports.isEmpty() ? Map.of() : reports.get(reports.size() - 1);
    }

    /** Waits until the handler runs. */
    void awaitStart(Claim claim) {
        eventually().until(() -> kinds(claim).contains("started"));
    }

    /** Waits for the report that ends the attempt. */
    Map<String, String> outcome(Claim claim) {
        Set<String> notYet = Set.of("started", "progress", "log");
        eventually().until(() -> kinds(claim).stream().anyMatch(kind -> !notYet.contains(kind)));
        return reports(claim).stream()
                .filter(fields -> !notYet.contains(fields.get("kind")))
                .collect(Collectors.collectingAndThen(Collectors.toList(), outcomes -> outcomes.get(0)));
    }

    void startRedis() {
        server.start();
    }

    UnifiedJedis open() {
        return RedisConnection.open(RedisAddress.parse(url()));
    }
}
