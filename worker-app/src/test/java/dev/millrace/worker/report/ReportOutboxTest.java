package dev.millrace.worker.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.StreamEntry;

import dev.millrace.contract.Claim;
import dev.millrace.contract.RedisNames;
import dev.millrace.contract.WorkerReport;
import dev.millrace.redis.RedisAddress;
import dev.millrace.testkit.redis.LocalRedis;
import dev.millrace.worker.redis.RedisConnection;
import dev.millrace.worker.redis.RedisFailures;

import static org.assertj.core.api.Assertions.assertThat;

class ReportOutboxTest {
    private static final String QUEUE = "default";
    private static final int FAR_TOO_MANY = 11_000;

    private final Claim claim = new Claim(UUID.randomUUID(), 1);
    private LocalRedis server;
    private UnifiedJedis redis;

    @BeforeEach
    void start() {
        server = new LocalRedis().start();
        redis = RedisConnection.open(RedisAddress.parse(server.url()));
    }

    @AfterEach
    void stop() {
        redis.close();
        server.stop();
    }

    @Test
    void the_last_progress_precedes_the_outcome_even_behind_a_full_outbox() throws Exception {
        ReportOutbox outbox = new ReportOutbox(redis, new RedisFailures(() -> {}), (queue, report) -> {});
        for (int i = 0; i < FAR_TOO_MANY; i++) {
            outbox.append(QUEUE, progress(i));
        }
        outbox.append(QUEUE, new WorkerReport.Log(claim, "w", Instant.EPOCH, "dropped"));
        outbox.appendFinal(QUEUE, "1-0", new WorkerReport.Succeeded(claim, "w", Instant.EPOCH, Instant.EPOCH, "{}"));

        Thread writer = new Thread(outbox);
        writer.start();
        outbox.drain(writer, 60_000);

        List<Map<String, String>> last = lastTwo();
        assertThat(last.get(0)).containsEntry("message", "step " + (FAR_TOO_MANY - 1));
        assertThat(last.get(1)).containsEntry("kind", "succeeded");
    }

    @Test
    void a_failure_after_redis_has_the_reports_sends_none_of_them_again() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        ReportOutbox outbox = new ReportOutbox(redis, new RedisFailures(() -> {}), (queue, report) -> {
            if (sent.incrementAndGet() == 2) {
                throw new OutOfMemoryError("for a moment");
            }
        });
        for (int i = 1; i <= 3; i++) {
            Claim one = new Claim(UUID.randomUUID(), 1);
            outbox.appendFinal(QUEUE, i + "-0", new WorkerReport.Cancelled(one, "w", Instant.EPOCH, Instant.EPOCH));
        }

        Thread writer = new Thread(outbox);
        writer.start();
        outbox.drain(writer, 60_000);

        assertThat(sent).hasValue(4);
        assertThat(redis.xlen(RedisNames.results(QUEUE))).isEqualTo(3);
    }

    private WorkerReport progress(int step) {
        return new WorkerReport.Progress(claim, "w", Instant.EPOCH, 0.5, "step " + step);
    }

    private List<Map<String, String>> lastTwo() {
        List<StreamEntry> latest =
                redis.xrevrange(RedisNames.results(QUEUE), (StreamEntryID) null, (StreamEntryID) null, 2);
        return Stream.of(latest.get(1), latest.get(0))
                .map(StreamEntry::getFields)
                .toList();
    }
}
