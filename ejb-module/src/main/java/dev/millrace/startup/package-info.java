/**
 * The configuration of all features. The deploying thread reads and checks it once when the application starts, before
 * it touches the schema and before any loop runs. The package is above the features: it knows all of them, and none of
 * them knows it.
 */
package dev.millrace.startup;
