/** Task types that the bench's workers offer besides Millrace's own. Runs in the worker; knows nothing of the bench. */
package dev.millrace.bench.handlers;
