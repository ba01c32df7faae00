package dev.millrace;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The same call by several threads at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** @return what each call gave, null for each that gave null */
    public static <T> List<T> call(int threads, Supplier<T> call) {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<CompletableFuture<T>> calls = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> {
                            await(start);
                            return call.get();
                        },
                        run -> new Thread(run).start()))
                .limit(threads)
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
