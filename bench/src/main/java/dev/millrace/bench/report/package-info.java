/** The results of the bench and their forms: JSON, a table, charts, and the page docs/performance.md. Used from the main thread. */
package dev.millrace.bench.report;
