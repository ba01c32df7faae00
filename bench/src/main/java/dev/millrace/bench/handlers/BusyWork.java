package dev.millrace.bench.handlers;

/** Work for a core: xorshift steps, one after another. The same inside a handler and outside of any. */
final class BusyWork {
    private BusyWork() {}

    static long value(long rounds) {
        long x = 88_172_645_463_325_252L;
        for (long i = 0; i < rounds; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        return x;
    }
}
