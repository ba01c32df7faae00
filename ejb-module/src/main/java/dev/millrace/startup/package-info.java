/**
 * The configuration of all features, read once and checked when the application starts, on the deploying thread, before
 * the schema is touched and before any loop runs. It is above the features: it knows all of them, and none of them
 * knows it.
 */
package dev.millrace.startup;
