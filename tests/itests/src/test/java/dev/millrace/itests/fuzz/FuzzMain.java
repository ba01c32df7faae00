package dev.millrace.itests.fuzz;

import java.util.Random;

/** The program behind {@code tests/itests/fuzz}. */
final class FuzzMain {
    private static final int BETWEEN_WORDS = 1_000;

    private FuzzMain() {}

    /** @param arguments for how many seconds, and the seed; without it, a random one */
    public static void main(String[] arguments) {
        long end = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : new Random().nextInt(1_000_000_000);
        System.out.println("seed " + seed);
        boolean clean;
        try (FuzzStack stack = new FuzzStack()) {
            Fuzzer fuzz = new Fuzzer(stack.server(), seed);
            for (int sent = 1; System.nanoTime() < end; sent++) {
                fuzz.once();
                stack.superviseWorker();
                if (sent % BETWEEN_WORDS == 0) {
                    System.out.println("  " + sent + " requests, answers by status " + fuzz.byStatus());
                }
            }
            System.out.println("answers by status " + fuzz.byStatus());
            clean = fuzz.findings().isEmpty();
            System.out.println(clean ? "nothing found" : "\n" + fuzz.findings());
        }
        System.exit(clean ? 0 : 1);
    }
}
