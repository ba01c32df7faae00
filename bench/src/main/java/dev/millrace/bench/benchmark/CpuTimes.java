package dev.millrace.bench.benchmark;

import java.time.Duration;

import dev.millrace.bench.stack.Cores;
import dev.millrace.bench.stack.ProcessStats;

/** The processor time that a run takes, by process and in all. It shows where the time goes. */
final class CpuTimes {
    private final TestBed bed;
    private final ProcessStats server;
    private final ProcessStats worker;
    private final ProcessStats redis;
    private final Duration serverBefore;
    private final Duration workerBefore;
    private final Duration redisBefore;
    private final Duration clientBefore;
    private final Duration allBefore;

    CpuTimes(TestBed bed) {
        this.bed = bed;
        server = bed.millrace().program("server");
        worker = bed.millrace().program("worker-1");
        redis = new ProcessStats(bed.redis().pid());
        serverBefore = server.cpu();
        workerBefore = worker.cpu();
        redisBefore = redis.cpu();
        clientBefore = ProcessStats.self().cpu();
        allBefore = Cores.busy();
    }

    void tell(String part, String how, long tasks) {
        tell(part, how + ": CPU of everything", Cores.busy().minus(allBefore), tasks);
        tell(part, how + ": CPU of the server", server.cpu().minus(serverBefore), tasks);
        tell(part, how + ": CPU of the worker", worker.cpu().minus(workerBefore), tasks);
        tell(part, how + ": CPU of Redis", redis.cpu().minus(redisBefore), tasks);
        tell(part, how + ": CPU of the client", ProcessStats.self().cpu().minus(clientBefore), tasks);
    }

    private void tell(String part, String name, Duration spent, long tasks) {
        bed.add(part, name, "µs/task", spent.toNanos() / 1e3 / tasks);
    }
}
