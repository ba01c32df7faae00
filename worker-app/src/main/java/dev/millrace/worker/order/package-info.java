/**
 * Receives the orders of servers to this worker. One thread subscribes, and subscribes again after a lost connection.
 * Handlers of orders run on that thread, so they must not block.
 */
package dev.millrace.worker.order;
