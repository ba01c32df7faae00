package dev.millrace.worker.registry;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;

import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** The handlers of this worker, by the name of their task type. */
public final class HandlerRegistry {
    private final Map<String, HandlerType> types = new TreeMap<>();

    /** @throws IllegalArgumentException if two handlers share a name */
    public HandlerRegistry(Collection<? extends TaskHandler<?, ?>> handlers) {
        for (TaskHandler<?, ?> handler : handlers) {
            HandlerType type = new HandlerType(handler);
            if (types.put(type.name(), type) != null) {
                throw new IllegalArgumentException("two handlers have the name " + type.name());
            }
        }
    }

    /**
     * Every class with {@link TaskType} in {@code dev.millrace.worker} and in the packages of {@code -Dmillrace.worker.packages}.
     *
     * @throws IllegalArgumentException naming them, if one is no handler, two share a name, or an entry of the class
     *     path is missing
     */
    public static HandlerRegistry scanClassPath() {
        ClassPath.requireComplete(System.getProperty("java.class.path"));
        String more = System.getProperty("millrace.worker.packages", "");
        ClassGraph scanner = new ClassGraph().enableAnnotationInfo().acceptPackages("dev.millrace.worker");
        if (!more.isBlank()) {
            scanner.acceptPackages(more.split(","));
        }
        try (ScanResult scan = scanner.scan()) {
            return new HandlerRegistry(scan.getClassesWithAnnotation(TaskType.class).stream()
                    .map(info -> newHandler(info.loadClass()))
                    .toList());
        }
    }

    /**
     * Makes the handler of one class.
     *
     * @throws IllegalArgumentException if it is no handler; the message names the class
     */
    public static HandlerType load(String className) {
        try {
            return new HandlerType(newHandler(Class.forName(className)));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(className + " is not on the class path", e);
        }
    }

    private static TaskHandler<?, ?> newHandler(Class<?> handler) {
        try {
            return (TaskHandler<?, ?>) handler.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw new IllegalArgumentException(
                    handler.getName() + " has @TaskType, so it must implement TaskHandler and have a public constructor"
                            + " without parameters",
                    e);
        }
    }

    public Optional<HandlerType> find(String type) {
        return Optional.ofNullable(types.get(type));
    }

    public List<HandlerType> all() {
        return List.copyOf(types.values());
    }

    public Set<String> queues() {
        Set<String> queues = new TreeSet<>();
        types.values().forEach(type -> queues.add(type.queue()));
        return queues;
    }
}
