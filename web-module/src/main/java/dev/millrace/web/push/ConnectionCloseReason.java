package dev.millrace.web.push;

/** Why the server ends a session, with the WebSocket close code (RFC 6455 and its IANA registry). */
enum ConnectionCloseReason {
    UNAUTHENTICATED(1008, "no good ticket or token"),
    ORIGIN_NOT_ALLOWED(1008, "this origin is not allowed"),
    OTHER_USER(1008, "the ticket is another user's"),
    TOKEN_EXPIRED(1008, "the token has ended"),
    SIGNED_OUT(1008, "signed out"),
    TOO_MANY_MESSAGES(1008, "too many messages"),
    MESSAGE_TOO_BIG(1009, "the message is too big"),
    INTERNAL_ERROR(1011, "unexpected error"),
    TOO_SLOW(1013, "too slow, connect again"),
    EVENTS_MISSED(1013, "events were missed, connect again"),
    TRY_AGAIN_LATER(1013, "not possible right now, try again later"),
    UNRESPONSIVE(1001, "no sign of life"),
    SERVER_STOPPING(1001, "the server stops"),
    UNKNOWN_MESSAGE(4400, "not a message that is known here");

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
