/**
 * Takes tasks off the streams and runs their handlers. One thread reads, as many run as there are slots; a handler's
 * failure of any kind ends its attempt and nothing else.
 */
package dev.millrace.worker.execution;
