/** Lists by cursor, as every list of the API is given out. Plain values. */
package dev.millrace.page;
