package dev.millrace.bench.peers;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;

/** db-scheduler at its best settings on PostgreSQL: lock-and-fetch, immediate execution, inserts in batches. */
public final class DbSchedulerPeer {
    private static final int THREADS = 20;
    private static final String TABLE =
            "create table scheduled_tasks (task_name text not null, task_instance text not null,"
                    + " task_data bytea, execution_time timestamp with time zone not null, picked boolean not null,"
                    + " picked_by text, last_success timestamp with time zone, last_failure timestamp with time zone,"
                    + " consecutive_failures int, last_heartbeat timestamp with time zone, version bigint not null,"
                    + " priority smallint, primary key (task_name, task_instance));"
                    + " create index execution_time_idx on scheduled_tasks (execution_time);"
                    + " create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);"
                    + " create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc)";

    private final HikariDataSource database;
    private volatile CountDownLatch left = new CountDownLatch(0);
    private final Semaphore executed = new Semaphore(0);
    private final OneTimeTask<Integer> nothing = Tasks.oneTime("nothing", Integer.class)
            .execute((instance, context) -> {
                left.countDown();
                executed.release();
            });

    private DbSchedulerPeer(HikariDataSource database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        try (HikariDataSource database = PeerDatabase.pool(arguments[0], THREADS + 5)) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(TABLE);
            }
            DbSchedulerPeer peer = new DbSchedulerPeer(database);
            int tasks = Integer.parseInt(arguments[1]);
            peer.drain(tasks / 5);
            PrintedResults.figure("drain", "tasks/s", peer.drain(tasks));
            peer.measureLatency(Math.max(100, tasks / 100));
        }
    }

    private Scheduler scheduler() {
        return Scheduler.create(database, nothing)
                .threads(THREADS)
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(Duration.ofMillis(100))
                .enableImmediateExecution()
                .build();
    }

    private double drain(int tasks) throws InterruptedException {
        Scheduler scheduler = scheduler();
        Instant due = Instant.now();
        for (int first = 0; first < tasks; first += 1_000) {
            scheduler.scheduleBatch(
                    IntStream.range(first, Math.min(tasks, first + 1_000))
                            .<TaskInstance<?>>mapToObj(n -> nothing.instance("drain-" + n, n))
                            .toList(),
                    due);
        }
        left = new CountDownLatch(tasks);
        long begin = System.nanoTime();
        scheduler.start();
        left.await();
        double perSecond = tasks / ((System.nanoTime() - begin) / 1e9);
        scheduler.stop();
        return perSecond;
    }

    private void measureLatency(int tasks) throws InterruptedException {
        Scheduler scheduler = scheduler();
        scheduler.start();
        executed.drainPermits();
        long[] nanos = new long[tasks];
        for (int n = 0; n < tasks; n++) {
            long begin = System.nanoTime();
            scheduler.schedule(nothing.instance("low-" + n, n), Instant.now());
            if (!executed.tryAcquire(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a task was not executed within a minute");
            }
            nanos[n] = System.nanoTime() - begin;
            TimeUnit.MILLISECONDS.sleep(5);
        }
        scheduler.stop();
        PrintedResults.latencies(nanos);
    }
}
