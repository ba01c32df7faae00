/**
 * How a start is refused: in one sentence, before the schema is touched and before any loop runs, and with an exit code where
 * the process is Millrace's own. Who looks is {@code config.CheckStart}. Knows nothing of what is looked at.
 */
package dev.millrace.start;
