/** The measured programs: Millrace as {@code ./run} starts it and on WildFly, its Redis, and a PostgreSQL. Used from the main thread. */
package dev.millrace.bench.stack;
