/** The WAR inside Payara Micro, started by Arquillian. */
package dev.millrace.itests.micro;
