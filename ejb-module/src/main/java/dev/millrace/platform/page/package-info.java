/** Cursor-paged lists, the form of every list of the API. Plain values. */
package dev.millrace.platform.page;
