/**
 * The JSON of Java types. One {@link dev.millrace.worker.codec.Codec} for each type gives its JSON Schema, reads it and
 * writes it. So the schema accepts a value exactly if the worker reads it. One thread makes the codecs at start; any
 * thread may use them.
 */
package dev.millrace.worker.codec;
