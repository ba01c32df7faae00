/** The EAR inside WildFly, started by Arquillian. */
package dev.millrace.itests.wildfly;
