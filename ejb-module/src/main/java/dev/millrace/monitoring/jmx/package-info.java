/**
 * MBeans in the domain {@code dev.millrace}, registered at start and removed at the end; they only show. Attributes come from
 * memory. MBeans of queues and workers come and go with their queues and workers.
 */
package dev.millrace.monitoring.jmx;
