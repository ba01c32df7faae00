/** The program behind {@code bench/run}: its options and which benchmarks it runs. Runs on the main thread. */
package dev.millrace.bench;
