/** Benchmarks of a running Millrace, one class for each part, and their order. Runs on the main thread. */
package dev.millrace.bench.benchmark;
