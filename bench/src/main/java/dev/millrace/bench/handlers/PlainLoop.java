package dev.millrace.bench.handlers;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The work of {@link Burn} without Millrace: on each core one thread runs one round after the other. The program prints the
 * nanoseconds, and the sum of all results, so that the compiler cannot omit the work.
 */
public final class PlainLoop {
    private PlainLoop() {}

    /** @param arguments how many threads, how often each, and how many rounds each time */
    public static void main(String[] arguments) throws InterruptedException {
        int threads = Integer.parseInt(arguments[0]);
        int times = Integer.parseInt(arguments[1]);
        long rounds = Long.parseLong(arguments[2]);
        AtomicLong sum = new AtomicLong(BusyWork.value(rounds / 4));
        CountDownLatch done = new CountDownLatch(threads);
        long begin = System.nanoTime();
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                        for (int n = 0; n < times; n++) {
                            sum.addAndGet(BusyWork.value(rounds));
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        System.out.println(System.nanoTime() - begin + " " + sum);
    }
}
