package dev.millrace.bench.measure;

import java.time.Duration;

import dev.millrace.bench.stack.RunningProgram;

/** The processor time that a run takes from its beginning on, by process. Says where the time goes, also on a busy machine. */
final class Spent {
    private final Bed bed;
    private final RunningProgram server;
    private final RunningProgram worker;
    private final RunningProgram redis;
    private final Duration serverBefore;
    private final Duration workerBefore;
    private final Duration redisBefore;
    private final Duration clientBefore;

    Spent(Bed bed) {
        this.bed = bed;
        server = bed.millrace().program("server");
        worker = bed.millrace().program("worker-1");
        redis = bed.redis().program();
        serverBefore = server.cpu();
        workerBefore = worker.cpu();
        redisBefore = redis.cpu();
        clientBefore = RunningProgram.self().cpu();
    }

    void tell(String part, String how, long tasks) {
        tell(part, how + ": CPU of the server", server, serverBefore, tasks);
        tell(part, how + ": CPU of the worker", worker, workerBefore, tasks);
        tell(part, how + ": CPU of Redis", redis, redisBefore, tasks);
        tell(part, how + ": CPU of the client", RunningProgram.self(), clientBefore, tasks);
    }

    private void tell(String part, String name, RunningProgram program, Duration before, long tasks) {
        bed.add(part, name, "µs/task", program.cpu().minus(before).toNanos() / 1e3 / tasks);
    }
}
