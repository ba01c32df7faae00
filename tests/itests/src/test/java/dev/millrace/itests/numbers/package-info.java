/** A handler for {@code NumbersIT}, in a package of its own so that the worker of that test offers nothing else. */
package dev.millrace.itests.numbers;
