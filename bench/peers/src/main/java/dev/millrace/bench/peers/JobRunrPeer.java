package dev.millrace.bench.peers;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariDataSource;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.scheduling.JobScheduler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;

/** JobRunr on PostgreSQL with as many workers as it takes for tiny jobs, and the shortest poll it allows on SQL. */
public final class JobRunrPeer {
    private static final int WORKERS = 32;
    private static final Duration POLL = Duration.ofSeconds(5);

    private static volatile CountDownLatch left = new CountDownLatch(0);

    private JobRunrPeer() {}

    /** The job. */
    public static void nothing(int n) {
        left.countDown();
    }

    public static void main(String[] arguments) throws Exception {
        int jobs = Integer.parseInt(arguments[1]);
        try (HikariDataSource database = PeerDatabase.pool(arguments[0], WORKERS + 5)) {
            var configured = JobRunr.configure()
                    .useStorageProvider(new PostgresStorageProvider(database))
                    .useBackgroundJobServer(
                            BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                                    .andWorkerCount(WORKERS)
                                    .andPollInterval(POLL),
                            false)
                    .initialize();
            JobScheduler scheduler = configured.getJobScheduler();
            BackgroundJobServer server = JobRunr.getBackgroundJobServer();
            add(scheduler, jobs / 5);
            left = new CountDownLatch(jobs / 5);
            server.start();
            left.await();
            server.pauseProcessing();
            add(scheduler, jobs);
            left = new CountDownLatch(jobs);
            long begin = System.nanoTime();
            server.resumeProcessing();
            left.await();
            PrintedResults.figure("drain", "tasks/s", jobs / ((System.nanoTime() - begin) / 1e9));
            server.stop();
        }
    }

    private static void add(JobScheduler scheduler, int jobs) {
        scheduler.enqueue(IntStream.range(0, jobs).boxed(), n -> nothing(n));
    }
}
