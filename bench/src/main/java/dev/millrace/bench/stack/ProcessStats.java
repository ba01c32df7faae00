package dev.millrace.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.millrace.testkit.process.Command;

/** The levels of a running process, from the operating system and the Java tools. Needs Linux's {@code /proc}. */
public final class ProcessStats {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern STATUS = Pattern.compile("(?m)^(VmRSS|Threads):\\s+(\\d+)");

    private final long pid;

    public ProcessStats(long pid) {
        this.pid = pid;
    }

    /** The process whose id that file has. */
    static ProcessStats in(Path pidFile) {
        try {
            return new ProcessStats(Long.parseLong(Files.readString(pidFile).trim()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of the load generator itself. */
    public static ProcessStats self() {
        return new ProcessStats(ProcessHandle.current().pid());
    }

    public long pid() {
        return pid;
    }

    /** Processor time of all its threads since its start. */
    public Duration cpu() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("process " + pid + " is gone"));
    }

    public Instant startedAt() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .orElseThrow(() -> new IllegalStateException("process " + pid + " is gone"));
    }

    /** Resident memory, in bytes. */
    public long memory() {
        return status("VmRSS") * 1_024;
    }

    public long threads() {
        return status("Threads");
    }

    /** Open files, sockets among them. */
    public long openFiles() {
        String[] names = Path.of("/proc", Long.toString(pid), "fd").toFile().list();
        return names == null ? 0 : names.length;
    }

    /** Bytes of live objects in its Java heap, after a full collection. */
    public long liveHeap() {
        Matcher total = TOTAL.matcher(
                Command.of("jcmd", Long.toString(pid), "GC.class_histogram").output());
        if (!total.find()) {
            throw new IllegalStateException("jcmd does not say how large the heap of process " + pid + " is");
        }
        return Long.parseLong(total.group(1));
    }

    private long status(String name) {
        try {
            Matcher line = STATUS.matcher(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
            while (line.find()) {
                if (line.group(1).equals(name)) {
                    return Long.parseLong(line.group(2));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("process " + pid + " has no " + name);
    }
}
