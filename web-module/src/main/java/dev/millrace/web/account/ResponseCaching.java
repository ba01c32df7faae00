package dev.millrace.web.account;

import jakarta.ws.rs.core.CacheControl;

/** What the answers of this package have in common. */
final class ResponseCaching {
    private ResponseCaching() {}

    /** For answers with a secret in them. */
    static CacheControl noStore() {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return never;
    }
}
