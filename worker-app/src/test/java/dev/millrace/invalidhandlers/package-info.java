/** Handlers that prevent a worker's start, each in a package of its own. */
package dev.millrace.invalidhandlers;
