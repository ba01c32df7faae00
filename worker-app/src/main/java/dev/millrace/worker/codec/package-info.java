/**
 * The JSON of Java types. One {@link dev.millrace.worker.codec.Codec} for each type gives its JSON Schema, reads it and
 * writes it. So the schema accepts a value exactly if the worker reads it. Made once at start; any thread after.
 */
package dev.millrace.worker.codec;
