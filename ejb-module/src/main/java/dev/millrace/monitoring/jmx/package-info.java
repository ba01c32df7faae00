/**
 * MBeans in the domain {@code dev.millrace}, registered at start and removed at the stop; they only show. A loop adds
 * and removes those of queues and workers. Attributes come from memory, on threads of the JMX connector.
 */
package dev.millrace.monitoring.jmx;
