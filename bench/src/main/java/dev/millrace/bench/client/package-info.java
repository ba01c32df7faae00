/**
 * The load generator: users of a Millrace server who submit over HTTP and listen on WebSockets. Client and server share the
 * machine, so the client's cost is part of every value. It therefore does as little as possible for each task.
 */
package dev.millrace.bench.client;
