/** Task types that the bench's workers offer besides Millrace's own. They run in the worker and do not use the bench. */
package dev.millrace.bench.handlers;
