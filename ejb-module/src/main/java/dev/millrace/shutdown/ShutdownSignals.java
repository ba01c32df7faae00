package dev.millrace.shutdown;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.millrace.platform.node.NodeLog;

/**
 * Receives SIGTERM and SIGINT before the virtual machine does. Once that starts to exit, all its hooks run at the same
 * time and the server closes its ports. Every Java has {@code sun.misc.Signal}, but the compiler warns of it; hence
 * reflection.
 */
final class ShutdownSignals implements AutoCloseable {
    private static final Logger LOG = NodeLog.of(ShutdownSignals.class);
    private static final List<String> SIGNALS = List.of("TERM", "INT");

    private final Runnable first;
    private final AtomicBoolean received = new AtomicBoolean();
    private final List<Taken> taken = new ArrayList<>();

    /** @param previous the handler that runs after this one; as before, it makes the process exit */
    private record Taken(Object signal, Object previous) {}

    private ShutdownSignals(Runnable onSignal) {
        this.first = onSignal;
    }

    /**
     * @param onSignal runs on the signal's own thread before the process exits; at a second signal the process exits at
     *     once
     * @return restores the previous handlers when it is closed
     */
    static ShutdownSignals register(Runnable onSignal) {
        ShutdownSignals signals = new ShutdownSignals(onSignal);
        for (String name : SIGNALS) {
            try {
                signals.take(name);
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                LOG.log(Level.WARNING, "Cannot handle SIG{0} (-Xrs?); this node stops without a delay", name);
                LOG.log(Level.DEBUG, "Signals not available", e);
            }
        }
        return signals;
    }

    private void take(String name) throws ReflectiveOperationException {
        Object signal = type("Signal").getConstructor(String.class).newInstance(name);
        Object[] previous = new Object[1];
        Object handler = Proxy.newProxyInstance(
                ClassLoader.getPlatformClassLoader(),
                new Class<?>[] {type("SignalHandler")},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("handle")) {
                        return method.getName().equals("equals") ? proxy == arguments[0] : null;
                    }
                    try {
                        if (received.compareAndSet(false, true)) {
                            first.run();
                        }
                    } finally {
                        method.invoke(previous[0], signal);
                    }
                    return null;
                });
        previous[0] = handle().invoke(null, signal, handler);
        taken.add(new Taken(signal, previous[0]));
    }

    @Override
    public void close() {
        for (Taken one : taken) {
            try {
                handle().invoke(null, one.signal(), one.previous());
            } catch (ReflectiveOperationException e) {
                LOG.log(Level.WARNING, "Failed to restore a signal handler", e);
            }
        }
        taken.clear();
    }

    private static Method handle() throws ReflectiveOperationException {
        return type("Signal").getMethod("handle", type("Signal"), type("SignalHandler"));
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName("sun.misc." + name, true, ClassLoader.getPlatformClassLoader());
    }
}
