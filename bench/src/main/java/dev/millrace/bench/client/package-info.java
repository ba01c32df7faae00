/**
 * The load generator: users of a Millrace server who submit over HTTP and listen on WebSockets. Client and server share the
 * machine, so the client's cost is part of every value. It therefore does as little as possible for each task.
 * Submits on the threads of {@code InParallel}; events arrive on the threads of the HTTP client.
 */
package dev.millrace.bench.client;
