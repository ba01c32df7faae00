/**
 * The task types there are and who offers them: announcements of workers, kept in SQL, and the workers alive now. The
 * loops run on threads of their own; what requests ask is answered from memory.
 */
package dev.millrace.catalogue;
