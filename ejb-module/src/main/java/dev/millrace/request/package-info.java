/**
 * Bodies of requests: JSON text becomes a request object, or all of its faults at once, each with a JSON pointer. Plain
 * functions on request threads. Never asks the catalogue or the database whether a request may be granted.
 */
package dev.millrace.request;
