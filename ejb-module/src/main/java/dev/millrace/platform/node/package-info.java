/** This server process: its identity and its clock. */
package dev.millrace.platform.node;
