package dev.millrace.web.account;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.CacheControl;

/** What the answers of this package have in common. */
final class JsonAnswer {
    private JsonAnswer() {}

    static void addOrNull(JsonObjectBuilder view, String name, Object value) {
        if (value == null) {
            view.addNull(name);
        } else {
            view.add(name, value.toString());
        }
    }

    /** For answers with a secret in them. */
    static CacheControl neverStored() {
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return never;
    }
}
