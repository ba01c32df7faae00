/**
 * How a node stops: first it is not ready, then it takes nothing more and finishes what it has, then the process ends as it
 * would have. Begins with the signal, long before the server undeploys anything. Knows no feature; those who must act observe
 * {@link dev.millrace.shutdown.ShutdownStarted}.
 */
package dev.millrace.shutdown;
