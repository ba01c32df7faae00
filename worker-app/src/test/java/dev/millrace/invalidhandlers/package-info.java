/** Handlers that no worker may start with, each in a package of its own. */
package dev.millrace.invalidhandlers;
