/**
 * The common part of the tests inside the containers: a container's surroundings, and the behaviour of every container.
 * Runs partly in the test's virtual machine and partly in the container's.
 */
package dev.millrace.itests.container;
