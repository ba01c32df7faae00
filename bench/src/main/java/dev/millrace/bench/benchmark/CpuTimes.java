package dev.millrace.bench.benchmark;

import java.time.Duration;

import dev.millrace.bench.stack.Cores;
import dev.millrace.bench.stack.ProcessStats;

/** The processor time that a run takes, by process and in all. It shows where the time goes. */
final class CpuTimes {
    private final TestBed testBed;
    private final ProcessStats server;
    private final ProcessStats worker;
    private final ProcessStats redis;
    private final Duration serverBefore;
    private final Duration workerBefore;
    private final Duration redisBefore;
    private final Duration clientBefore;
    private final Duration allBefore;

    CpuTimes(TestBed testBed) {
        this.testBed = testBed;
        server = testBed.millrace().program("server");
        worker = testBed.millrace().program("worker-1");
        redis = new ProcessStats(testBed.redis().pid());
        serverBefore = server.cpu();
        workerBefore = worker.cpu();
        redisBefore = redis.cpu();
        clientBefore = ProcessStats.self().cpu();
        allBefore = Cores.busy();
    }

    void report(String part, String how, long tasks) {
        report(part, how + ": CPU of everything", Cores.busy().minus(allBefore), tasks);
        report(part, how + ": CPU of the server", server.cpu().minus(serverBefore), tasks);
        report(part, how + ": CPU of the worker", worker.cpu().minus(workerBefore), tasks);
        report(part, how + ": CPU of Redis", redis.cpu().minus(redisBefore), tasks);
        report(part, how + ": CPU of the client", ProcessStats.self().cpu().minus(clientBefore), tasks);
    }

    private void report(String part, String name, Duration spent, long tasks) {
        testBed.add(part, name, "µs/task", spent.toNanos() / 1e3 / tasks);
    }
}
