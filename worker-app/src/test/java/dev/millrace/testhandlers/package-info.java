/** Handlers that behave badly, for tests; outside of the worker's own package, as handlers of users are. */
package dev.millrace.testhandlers;
