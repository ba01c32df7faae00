/**
 * The names of configuration keys: which ones exist, which ones were renamed, and which one is nearest to a misspelt
 * name. Server and worker share one environment, so each knows the other's names. Plain values; runs on the starting
 * thread.
 */
package dev.millrace.contract.configuration;
