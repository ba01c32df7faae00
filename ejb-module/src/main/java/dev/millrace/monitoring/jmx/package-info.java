/**
 * MBeans in the domain {@code dev.millrace}, registered at start and removed at the stop; they only show. Attributes
 * come from memory. MBeans of queues and workers appear and disappear with them.
 */
package dev.millrace.monitoring.jmx;
