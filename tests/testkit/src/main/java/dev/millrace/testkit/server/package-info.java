/**
 * The built programs as real processes: servers, workers and a proxy, on free ports. Tests can kill and restart each of
 * them. Used from the test's thread; the processes' output goes to {@code target/logs}.
 */
package dev.millrace.testkit.server;
