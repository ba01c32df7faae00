/**
 * Takes tasks off the streams and runs their handlers. One thread reads, and each slot has a thread; a handler's
 * failure of any kind ends its attempt only.
 */
package dev.millrace.worker.execution;
