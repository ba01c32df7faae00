package dev.millrace.web.account;

import jakarta.ws.rs.core.CacheControl;

/** Cache control of responses with secrets. */
final class ResponseCaching {
    private ResponseCaching() {}

    /** For responses with a secret. */
    static CacheControl noStore() {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return never;
    }
}
