/** JSON-P as it is used for each task. Depends on nothing of Millrace; any thread. */
package dev.millrace.json;
