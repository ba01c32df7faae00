package dev.millrace.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;

import dev.millrace.platform.json.Json;
import dev.millrace.platform.page.Page;

/** The audit log as JSON text and as CSV. */
@ApplicationScoped
public class ShowAudit {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final List<String> COLUMNS =
            List.of("at", "actor", "action", "targetKind", "target", "details", "address");

    private FindAuditEntries entries;

    /** For the container. */
    protected ShowAudit() {}

    @Inject
    ShowAudit(FindAuditEntries entries) {
        this.entries = entries;
    }

    /**
     * @param before only entries older than this one, or null
     * @return {@code {"items": […], "nextCursor": …}}, newest first
     */
    public String page(AuditFilter filter, UUID before, int limit) {
        return Page.of(entries.matching(filter, before, limit), limit, AuditEntry::id)
                .toJson(ShowAudit::view);
    }

    /** Writes all matching entries, newest first; reads them page by page. */
    public void writeCsv(AuditFilter filter, Writer out) throws IOException {
        out.write(Csv.row(COLUMNS));
        UUID before = null;
        do {
            Page<AuditEntry> page =
                    Page.of(entries.matching(filter, before, ROWS_AT_ONCE), ROWS_AT_ONCE, AuditEntry::id);
            for (AuditEntry entry : page.items()) {
                out.write(Csv.row(cells(entry)));
            }
            before = page.nextCursor();
        } while (before != null);
    }

    private static List<String> cells(AuditEntry entry) {
        return Arrays.asList(
                entry.at().toString(),
                entry.actor(),
                entry.action(),
                entry.targetKind(),
                entry.target(),
                entry.details(),
                entry.address());
    }

    private static String view(AuditEntry entry) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", entry.id().toString())
                .add("at", entry.at().toString());
        List<String> cells = cells(entry);
        for (int i = 1; i < COLUMNS.size(); i++) {
            json.add(COLUMNS.get(i), Json.orNull(cells.get(i)));
        }
        return json.build().toString();
    }
}
