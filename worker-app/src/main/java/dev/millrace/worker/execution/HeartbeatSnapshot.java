package dev.millrace.worker.execution;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

import dev.millrace.contract.WorkerHeartbeat;
import dev.millrace.contract.WorkerLoad;
import dev.millrace.worker.registry.HandlerType;

/** Takes the state of this worker for its next heartbeat. */
final class HeartbeatSnapshot {
    private final Instant startedAt = Instant.now();
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final String worker;
    private final List<String> types;
    private final WorkerSettings settings;
    private final WorkerMode mode;
    private final HeldClaims heldClaims;

    HeartbeatSnapshot(
            String worker, List<HandlerType> types, WorkerSettings settings, WorkerMode mode, HeldClaims heldClaims) {
        this.worker = worker;
        this.types = types.stream().map(HandlerType::name).toList();
        this.settings = settings;
        this.mode = mode;
        this.heldClaims = heldClaims;
    }

    WorkerHeartbeat take() {
        return new WorkerHeartbeat(
                worker,
                host(),
                ProcessHandle.current().pid(),
                settings.version(),
                settings.queues(),
                types,
                settings.slots(),
                startedAt,
                Instant.now(),
                mode.isStopping(),
                heldClaims.claims(),
                mode.isQuiet(),
                load());
    }

    private WorkerLoad load() {
        Runtime jvm = Runtime.getRuntime();
        double cpu = system.getProcessCpuLoad();
        return new WorkerLoad(cpu >= 0 && cpu <= 1 ? cpu : 0, jvm.totalMemory() - jvm.freeMemory(), jvm.maxMemory());
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
