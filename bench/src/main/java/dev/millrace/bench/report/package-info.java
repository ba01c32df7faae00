/** The results of the bench and their forms: JSON, a table, charts, and the page docs/performance.md. */
package dev.millrace.bench.report;
