/** Digests that stand for a text without revealing it. Plain functions. */
package dev.millrace.platform.digest;
