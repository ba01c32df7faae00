/**
 * The ground that every feature stands on: configuration, JSON, loops, Redis, the database. Nothing in it knows a task, a user
 * or a queue; its packages depend on each other in one direction only.
 */
package dev.millrace.platform;
