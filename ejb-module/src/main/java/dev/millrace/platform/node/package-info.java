/** This server process: its identity, its clock and its log. Any thread may call it; it touches no feature. */
package dev.millrace.platform.node;
