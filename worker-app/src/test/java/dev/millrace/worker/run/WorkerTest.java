package dev.millrace.worker.run;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.StreamEntry;
import redis.embedded.RedisServer;

import dev.millrace.contract.Claim;
import dev.millrace.contract.GoldenFile;
import dev.millrace.contract.RedisAddress;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.TaskDispatch;
import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;
import dev.millrace.worker.catalogue.Handlers;
import dev.millrace.worker.child.ChildSettings;
import dev.millrace.worker.redis.RedisConnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class WorkerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String QUEUE = "default";

    private RedisServer server;
    private UnifiedJedis redis;
    private int port;
    private Worker worker;

    @BeforeEach
    void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = RedisServer.builder().port(port).setting("bind 127.0.0.1").build();
        server.start();
        redis = open();
        worker = new Worker(
                open(),
                new Handlers(List.of(new Echo(), new Sleep(), new Explode())),
                new WorkerSettings(List.of(QUEUE), 2, Duration.ofMillis(200), new ChildSettings(100, "64m"), "test"));
    }

    @AfterEach
    void stop() throws Exception {
        worker.stop();
        redis.close();
        server.stop();
    }

    @Test
    void a_task_is_run_and_taken_off_the_stream() {
        worker.start();

        Claim claim = dispatch("echo", "{\"text\":\"mill\"}");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reports(claim))
                .extracting(fields -> fields.get("kind"))
                .containsExactly("started", "succeeded"));
        assertThat(reports(claim).get(1)).containsEntry("result", "{\"text\":\"mill\"}");
        assertThat(redis.xlen(RedisNames.tasks(QUEUE))).isZero();
    }

    @Test
    void a_handler_that_throws_an_error_fails_its_task_and_nothing_else() {
        worker.start();

        Claim bad = dispatch("explode", "{\"text\":\"x\"}");
        Claim good = dispatch("echo", "{\"text\":\"x\"}");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(last(bad)).containsEntry("errorClass", "java.lang.StackOverflowError");
            assertThat(last(good)).containsEntry("kind", "succeeded");
        });
    }

    @Test
    void parameters_that_do_not_fit_fail_without_retry() {
        worker.start();

        Claim claim = dispatch("echo", "{\"unknown\":1}");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(last(claim))
                .containsEntry("errorClass", "InvalidParameters")
                .containsEntry("retry", "false"));
    }

    @Test
    void an_unreadable_entry_is_set_aside_with_the_reason() {
        worker.start();

        redis.xadd(RedisNames.tasks(QUEUE), StreamEntryID.NEW_ENTRY, GoldenFile.read("bad-task-dispatch"));
        Claim next = dispatch("echo", "{\"text\":\"x\"}");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(last(next)).containsEntry("kind", "succeeded"));
        List<StreamEntry> rejected =
                redis.xrange(RedisNames.rejected(RedisNames.tasks(QUEUE)), (StreamEntryID) null, (StreamEntryID) null);
        assertThat(rejected).singleElement().satisfies(entry -> assertThat(
                        entry.getFields().get("reason"))
                .isEqualTo("field 'task' is not a UUID"));
    }

    @Test
    void a_stopping_worker_hands_back_what_it_cannot_finish() throws Exception {
        worker.start();
        Claim claim = dispatch("sleep", "{\"text\":\"x\"}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reports(claim)).hasSize(1));

        worker.stop();

        assertThat(last(claim)).containsEntry("kind", "released");
        assertThat(redis.exists(RedisNames.worker(worker.id()))).isFalse();
    }

    @Test
    void an_outcome_survives_that_redis_is_away_and_comes_back_empty() throws Exception {
        worker.start();
        Claim claim = dispatch("sleep", "{\"text\":\"1500\"}");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(reports(claim)).hasSize(1));

        server.stop();
        server = RedisServer.builder().port(port).setting("bind 127.0.0.1").build();
        server.start();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(last(claim))
                .containsEntry("kind", "succeeded"));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> redis.xlen(RedisNames.ANNOUNCEMENTS) == 3);
    }

    private UnifiedJedis open() {
        return RedisConnection.open(RedisAddress.parse("redis://127.0.0.1:" + port));
    }

    private Claim dispatch(String type, String parameters) {
        Claim claim = new Claim(UUID.randomUUID(), 1);
        var dispatch = new TaskDispatch(claim, type, 1, parameters, null);
        redis.xadd(RedisNames.tasks(QUEUE), StreamEntryID.NEW_ENTRY, dispatch.toFields());
        return claim;
    }

    private List<Map<String, String>> reports(Claim claim) {
        return redis.xrange(RedisNames.results(QUEUE), (StreamEntryID) null, (StreamEntryID) null).stream()
                .map(StreamEntry::getFields)
                .filter(fields -> fields.get("task").equals(claim.taskId().toString()))
                .toList();
    }

    private Map<String, String> last(Claim claim) {
        List<Map<String, String>> reports = reports(claim);
        return reports.isEmpty() ? Map.of() : reports.get(reports.size() - 1);
    }

    record Text(String text) {}

    @TaskType(name = "echo", title = "Echo", description = "Says the same.", example = "{\"text\":\"x\"}")
    static final class Echo implements TaskHandler<Text, Text> {
        @Override
        public Text run(Text parameters, TaskContext context) {
            return parameters;
        }
    }

    @TaskType(name = "sleep", title = "Sleep", description = "Takes its time.", example = "{\"text\":\"1\"}")
    static final class Sleep implements TaskHandler<Text, Text> {
        @Override
        public Text run(Text parameters, TaskContext context) throws InterruptedException {
            Thread.sleep(parameters.text().equals("x") ? 60_000 : Long.parseLong(parameters.text()));
            return parameters;
        }
    }

    @TaskType(name = "explode", title = "Explode", description = "Fails badly.", example = "{\"text\":\"x\"}")
    static final class Explode implements TaskHandler<Text, Text> {
        @Override
        public Text run(Text parameters, TaskContext context) {
            return run(parameters, context);
        }
    }
}
