/**
 * The stop of a node. First it is not ready, then it accepts no new work and finishes its present work, then the
 * process exits as usual. It starts with the signal, long before the server undeploys the application. It runs on the
 * thread of the signal's handler. It does not know the features; those that must react observe
 * {@link dev.millrace.shutdown.ShutdownStarted}.
 */
package dev.millrace.shutdown;
