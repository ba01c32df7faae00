/** The measured programs: Millrace as {@code ./run} starts it and on WildFly, its Redis, and a PostgreSQL. */
package dev.millrace.bench.stack;
