/**
 * What Millrace shows of itself over JMX, in the domain {@code dev.millrace}: registered when it starts, taken away when it
 * stops. Only to look at. Attributes answer from memory; queues and workers come and go with those they stand for.
 */
package dev.millrace.console;
