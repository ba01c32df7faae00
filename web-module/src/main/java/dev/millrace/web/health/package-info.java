/**
 * Reports whether this node can serve: as MicroProfile Health, and at the same place on every server. Runs on the
 * server's request threads and never waits: loops have checked before.
 */
package dev.millrace.web.health;
