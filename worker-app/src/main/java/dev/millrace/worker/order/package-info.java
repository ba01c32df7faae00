/**
 * Receives the orders of servers to this worker. One thread subscribes, and subscribes again after a lost connection. Orders
 * run on that thread, so they must not wait.
 */
package dev.millrace.worker.order;
