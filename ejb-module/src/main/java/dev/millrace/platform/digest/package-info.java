/** Digests that stand for a text without revealing it. Plain functions that any thread may call. */
package dev.millrace.platform.digest;
