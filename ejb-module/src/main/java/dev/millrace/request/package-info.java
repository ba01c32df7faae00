/**
 * Bodies of requests: JSON text becomes a request object, or all of its faults at once, each with a JSON pointer. Plain
 * functions on request threads. It never asks the catalogue or the database whether a request is admissible.
 */
package dev.millrace.request;
