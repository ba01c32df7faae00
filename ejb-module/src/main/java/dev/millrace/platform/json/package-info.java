/**
 * JSON-P with one lookup of its provider. Depends only on {@code problem.Fault} and on the contract's limits for
 * numbers; any thread.
 */
package dev.millrace.platform.json;
