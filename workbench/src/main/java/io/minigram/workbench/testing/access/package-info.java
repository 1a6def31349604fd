/**
 * Calls everything that a running service has, as everybody who could call it, and compares what
 * happens with the table that stands beside the service. {@link
 * io.minigram.workbench.testing.access.AccessContract} is the test; a service extends it.
 */
package io.minigram.workbench.testing.access;
