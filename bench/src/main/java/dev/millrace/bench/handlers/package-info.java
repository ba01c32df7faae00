/** Task types that the bench's workers offer besides Millrace's own. They run on the worker's threads and do not use the bench. */
package dev.millrace.bench.handlers;
