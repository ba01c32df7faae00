/**
 * Hears what servers tell this worker to do. One thread listens, and listens anew when the connection is lost; what it
 * hears is obeyed on that thread, so obeying must not wait.
 */
package dev.millrace.worker.order;
