/**
 * What a caller can act upon, said without HTTP: each problem is one exception class with a stable slug. The web module
 * turns them into problem+json in one place.
 */
package dev.millrace.problem;
