/** JSON-P with its provider looked up once. Depends on nothing of Millrace; any thread. */
package dev.millrace.platform.json;
