package dev.millrace.web.push;

/** Reasons for which the server closes a connection, with the WebSocket close code (RFC 6455 and its IANA registry). */
enum ConnectionCloseReason {
    UNAUTHENTICATED(1008, "no valid ticket or token"),
    ORIGIN_NOT_ALLOWED(1008, "origin not allowed"),
    OTHER_USER(1008, "ticket belongs to another user"),
    TOKEN_EXPIRED(1008, "token expired"),
    SIGNED_OUT(1008, "signed out"),
    TOO_MANY_MESSAGES(1008, "too many messages"),
    MESSAGE_TOO_BIG(1009, "message too big"),
    INTERNAL_ERROR(1011, "internal error"),
    TOO_SLOW(1013, "client too slow, reconnect"),
    EVENTS_MISSED(1013, "events missed, reconnect"),
    TRY_AGAIN_LATER(1013, "temporarily unavailable, retry later"),
    UNRESPONSIVE(1001, "no response to pings"),
    SERVER_STOPPING(1001, "server shutting down"),
    UNKNOWN_MESSAGE(4400, "unknown message");

    private final int code;
    private final String reason;

    ConnectionCloseReason(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
