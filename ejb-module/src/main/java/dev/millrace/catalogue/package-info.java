/**
 * The task types and the live workers that offer them: the announcements of workers in SQL, and their heartbeats. The
 * loops run on threads of their own; requests get their answers from memory.
 */
package dev.millrace.catalogue;
