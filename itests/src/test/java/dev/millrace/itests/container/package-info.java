/**
 * What the tests inside the containers share: what stands around a container, and what every container must do.
 * Runs partly in the test's virtual machine and partly in the container's.
 */
package dev.millrace.itests.container;
