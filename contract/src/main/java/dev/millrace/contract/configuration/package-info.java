/**
 * The names of configuration keys: which ones exist, which ones were renamed, and which one a misspelt name comes nearest to.
 * Server and worker share one environment, so each knows the other's names. Plain values; runs on the starting thread.
 */
package dev.millrace.contract.configuration;
