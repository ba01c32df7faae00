/** Reports whether this node can serve: as MicroProfile Health, and at the same place on every server. */
package dev.millrace.web.health;
