package dev.millrace.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** The processor times of all cores together, from Linux's {@code /proc/stat}. */
public final class Cores {
    public static final int NUMBER = Runtime.getRuntime().availableProcessors();

    private static final Path STAT = Path.of("/proc/stat");
    private static final int MILLIS_A_TICK = 10;

    /** Columns of the file's first line, counted behind its name. */
    private static final int USER = 0;

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STOLEN = 7;

    private Cores() {}

    /** Processor time of all programs and of the kernel since the start of the machine. */
    public static Duration busy() {
        try {
            return busy(Files.readString(STAT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Duration busy(String stat) {
        String line = stat.lines().findFirst().orElseThrow();
        long[] ticks = Arrays.stream(line.split("\\s+"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        long busy = 0;
        for (int i = USER; i < STOLEN; i++) {
            busy += i == IDLE || i == IO_WAIT ? 0 : ticks[i];
        }
        return Duration.ofMillis(busy * MILLIS_A_TICK);
    }
}
