/** What stands for a text without giving it away. Plain functions. */
package dev.millrace.digest;
