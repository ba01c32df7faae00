/** What one server process is: its identity, its clock. */
package dev.millrace.node;
