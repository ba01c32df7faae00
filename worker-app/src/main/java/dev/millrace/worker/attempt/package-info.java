/**
 * One attempt and its outcome; the same code in the worker's process and in the child processes of isolated types. Runs
 * on the slot's thread; a handler may report from threads of its own. Knows neither Redis nor the contract's messages,
 * only the fields of an error.
 */
package dev.millrace.worker.attempt;
