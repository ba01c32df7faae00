/** What was measured, and how it is shown: JSON, a table, pictures, and the page docs/performance.md. */
package dev.millrace.bench.report;
