/** Cursor-paged lists, the form of every list of the API. Plain values, for any thread. */
package dev.millrace.platform.page;
