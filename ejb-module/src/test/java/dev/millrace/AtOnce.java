package dev.millrace;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;

/** Calls by several threads at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** @return the result of each call, null for each that returned null */
    public static <T> List<T> call(int threads, Supplier<T> call) {
        return each(Collections.nCopies(threads, call));
    }

    /** @return the result of each of the calls, null for each that returned null */
    public static <T> List<T> each(List<Supplier<T>> all) {
        CyclicBarrier start = new CyclicBarrier(all.size());
        List<CompletableFuture<T>> calls = all.stream()
                .map(call -> CompletableFuture.supplyAsync(
                        () -> {
                            await(start);
                            return call.get();
                        },
                        run -> new Thread(run).start()))
                .toList();
        return calls.stream().map(CompletableFuture::join).toList();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
