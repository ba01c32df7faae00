package dev.millrace.itests.numbers;

import java.math.BigDecimal;
import java.math.BigInteger;

import dev.millrace.worker.api.TaskContext;
import dev.millrace.worker.api.TaskHandler;
import dev.millrace.worker.api.TaskType;

/** Returns its parameters. */
@TaskType(
        name = "echo_numbers",
        title = "Echo numbers",
        description = "Returns what it got.",
        queue = "numbers",
        example = "{\"amount\":1.5,\"units\":1,\"count\":1}")
public final class EchoExactNumbers implements TaskHandler<EchoExactNumbers.Numbers, EchoExactNumbers.Numbers> {
    /** A number of each kind that JavaScript would round. */
    public record Numbers(BigDecimal amount, BigInteger units, long count) {}

    @Override
    public Numbers run(Numbers numbers, TaskContext task) {
        return numbers;
    }
}
