package dev.millrace.testhandlers;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers that a {@code double} would round. */
public record Numbers(BigDecimal amount, BigInteger units, long count) {}
