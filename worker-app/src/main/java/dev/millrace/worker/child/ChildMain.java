package dev.millrace.worker.child;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.millrace.worker.attempt.HandlerRun;
import dev.millrace.worker.attempt.Listener;
import dev.millrace.worker.attempt.Outcome;
import dev.millrace.worker.attempt.Traces;
import dev.millrace.worker.catalogue.HandlerType;
import dev.millrace.worker.catalogue.Handlers;

/** The child's program: runs what its parent sends, and ends with it. */
public final class ChildMain implements Listener {
    private static final double FULL = 0.5;

    private final ExecutorService handlerThread = Executors.newSingleThreadExecutor();
    private final Map<String, HandlerType> types = new HashMap<>();
    private final Wire parent;
    private HandlerRun current;
    private int currentNumber;
    private int stopNumber;

    private ChildMain(OutputStream out) {
        parent = new Wire(out);
    }

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Locale.setDefault(Locale.ROOT);
        leaveSignalsToTheParent();
        InputStream in = System.in;
        System.setIn(InputStream.nullInputStream());
        System.setOut(System.err);
        try {
            new ChildMain(new FileOutputStream(FileDescriptor.out)).obey(in);
        } catch (IOException e) {
            System.err.println("The parent cannot be understood any more: " + e.getMessage());
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /**
     * Ctrl-C, and some supervisors, signal the whole group of processes; the parent then stops in order and ends its
     * children. By reflection, because the compiler warns of this class, which every JDK has, and cannot be told not to.
     */
    private static void leaveSignalsToTheParent() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object ignore = handler.getField("SIG_IGN").get(null);
        for (String name : new String[] {"INT", "TERM"}) {
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ignore);
        }
    }

    private void obey(InputStream in) throws IOException {
        tell(new ToParent.Ready());
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isEmpty()) {
                ToChild message = Wire.read(line, ToChild.class);
                if (message instanceof ToChild.Run run) {
                    begin(run);
                } else if (message instanceof ToChild.Stop stop) {
                    stopNumber = stop.number();
                    stopIfAsked();
                }
            }
        }
    }

    private void begin(ToChild.Run run) {
        try {
            HandlerType type = types.computeIfAbsent(run.handlerClass(), Handlers::ofClass);
            HandlerRun handler = new HandlerRun(type, run.assignment(), this);
            current = handler;
            currentNumber = run.number();
            stopIfAsked();
            handlerThread.execute(() -> end(handler.run()));
        } catch (RuntimeException | LinkageError e) {
            end(new Outcome.Failed(Traces.error(e, e.getMessage()), true, null));
        }
    }

    private void stopIfAsked() {
        if (current != null && currentNumber == stopNumber) {
            current.stop();
        }
    }

    private void end(Outcome outcome) {
        tell(new ToParent.Ended(outcome, isFull()));
    }

    private static boolean isFull() {
        if (usedShare() > FULL) {
            System.gc();
        }
        return usedShare() > FULL;
    }

    private static double usedShare() {
        Runtime jvm = Runtime.getRuntime();
        return (jvm.totalMemory() - jvm.freeMemory()) / (double) jvm.maxMemory();
    }

    @Override
    public void progress(double fraction, String message) {
        tell(new ToParent.Progress(fraction, message));
    }

    @Override
    public void log(String line) {
        tell(new ToParent.Log(line));
    }

    private void tell(ToParent message) {
        try {
            parent.send(message);
        } catch (IOException e) {
            throw new UncheckedIOException("the parent is gone", e);
        }
    }
}
