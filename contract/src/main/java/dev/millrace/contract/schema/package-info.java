/**
 * The dialect of JSON Schema that servers, workers and the form share: its formats, its patterns and the limits of its
 * numbers (see {@code docs/writing-handlers.md}). Plain functions on any thread; depends on the JDK only.
 */
package dev.millrace.contract.schema;
