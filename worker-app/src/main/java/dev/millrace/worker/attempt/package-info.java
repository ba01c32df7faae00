/**
 * One run of a handler and what came of it; the same code in the worker's process and in the child processes of isolated
 * types. Knows neither Redis nor the contract's messages, only what an error looks like.
 */
package dev.millrace.worker.attempt;
