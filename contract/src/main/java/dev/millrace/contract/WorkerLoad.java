package dev.millrace.contract;

/**
 * The load of a worker's process; child processes of isolated types do not count.
 *
 * @param cpu share of the machine's processors, 0 to 1
 * @param memoryUsed bytes of heap in use
 * @param memoryMax bytes that the heap may grow to
 */
public record WorkerLoad(double cpu, long memoryUsed, long memoryMax) {
    FieldWriter write(FieldWriter fields) {
        return fields.put("cpu", cpu).put("memoryUsed", memoryUsed).put("memoryMax", memoryMax);
    }

    /** @return null if the worker does not report it */
    static WorkerLoad readOrNull(FieldReader fields) throws UnreadableMessage {
        return !fields.has("cpu")
                ? null
                : new WorkerLoad(fields.fraction("cpu"), fields.number("memoryUsed"), fields.number("memoryMax"));
    }
}
