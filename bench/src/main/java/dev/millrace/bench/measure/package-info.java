/** What is measured on a running Millrace, one class for each part, and in what order. Runs on the main thread. */
package dev.millrace.bench.measure;
