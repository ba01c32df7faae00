/** Cursor-paged lists, as every list of the API is given out. Plain values. */
package dev.millrace.platform.page;
