package dev.millrace.worker.child;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.millrace.worker.attempt.ExitCalls;
import dev.millrace.worker.attempt.FailureOutcomes;
import dev.millrace.worker.registry.HandlerRegistry;
import dev.millrace.worker.registry.HandlerType;

/** The child's program: runs the attempts that its parent sends, and exits with its parent. */
public final class ChildMain {
    private final ExecutorService handlerThread = Executors.newSingleThreadExecutor();
    private final Map<String, HandlerType> types = new HashMap<>();
    private final MessageSocket parent;
    private ChildAttempt current;
    private int stopNumber;

    private ChildMain(MessageSocket parent) {
        this.parent = parent;
    }

    public static void main(String[] arguments) throws ReflectiveOperationException {
        Locale.setDefault(Locale.ROOT);
        ignoreSignals();
        try (MessageSocket parent = new MessageSocket(ChildHandshake.connect(System.in))) {
            System.setIn(InputStream.nullInputStream());
            System.setOut(System.err);
            ChildMain child = new ChildMain(parent);
            Runtime.getRuntime().addShutdownHook(new Thread(child::reportExit, "millrace-exit"));
            child.receiveAll();
        } catch (EOFException e) {
            System.err.flush(); // the parent has exited, or needs this child no more
        } catch (IOException e) {
            System.err.println("Unreadable message from the parent: " + e.getMessage());
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /**
     * Ctrl-C, and some supervisors, signal the whole group of processes; the parent then stops gracefully and kills its
     * children. By reflection, because the compiler warns of this class, which every JDK has, and has no option to
     * suppress that.
     */
    private static void ignoreSignals() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object ignore = handler.getField("SIG_IGN").get(null);
        for (String name : new String[] {"INT", "TERM"}) {
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), ignore);
        }
    }

    private void receiveAll() throws IOException {
        while (true) {
            MessageToChild message = parent.receive(MessageToChild.class);
            if (message instanceof MessageToChild.Start run) {
                begin(run);
            } else if (message instanceof MessageToChild.Stop stop) {
                stopNumber = stop.number();
                stopIfAsked();
            }
        }
    }

    private void begin(MessageToChild.Start run) throws IOException {
        try {
            HandlerType type = types.computeIfAbsent(run.handlerClass(), HandlerRegistry::load);
            ChildAttempt next = new ChildAttempt(run.number(), type, run.assignment(), parent);
            current = next;
            stopIfAsked();
            handlerThread.execute(next::run);
        } catch (Throwable e) {
            // Loading its class may throw anything; the parent replaces the child after that.
            parent.send(new MessageToParent.Ended(run.number(), FailureOutcomes.retryable(e), true));
        }
    }

    private void stopIfAsked() {
        if (current != null && current.number() == stopNumber) {
            current.stop();
        }
    }

    private void reportExit() {
        Map<Thread, String> callers = ExitCalls.current();
        if (callers.keySet().stream().noneMatch(ExitCalls::isOwnThread)) {
            try {
                parent.send(new MessageToParent.Exiting(
                        callers.values().stream().findFirst().orElse(null)));
            } catch (IOException e) {
                System.err.println("Cannot report the exit to the parent: " + e.getMessage());
            }
        }
    }
}
