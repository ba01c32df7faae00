package dev.millrace.audit;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import dev.millrace.platform.id.UuidV7;

/** One entry of the audit log. It names users and targets instead of referring to them, so that it outlives them. */
@Entity
@Table(name = "mr_audit")
public class AuditEntry {
    private static final int MAX_ACTOR_LENGTH = 50;
    private static final int MAX_TARGET_LENGTH = 200;
    private static final int MAX_DETAILS_LENGTH = 2_000;

    @Id
    private UUID id;

    private Instant at;
    private String actor;
    private String action;

    @Column(name = "target_kind")
    private String targetKind;

    private String target;
    private String details;
    private String address;

    protected AuditEntry() {}

    /**
     * @param actor username, null if the client was not signed in
     * @param address of the client, null if unknown
     */
    AuditEntry(String actor, AuditedAction action, String address, Instant at) {
        AuditTarget object = action.target();
        this.id = UuidV7.generate();
        this.at = at;
        this.actor = cut(actor, MAX_ACTOR_LENGTH);
        this.action = action.kind().text();
        this.targetKind = object == null ? null : object.kind().text();
        this.target = object == null ? null : cut(object.name(), MAX_TARGET_LENGTH);
        this.details = cut(action.details(), MAX_DETAILS_LENGTH);
        this.address = address;
    }

    UUID id() {
        return id;
    }

    Instant at() {
        return at;
    }

    String actor() {
        return actor;
    }

    String action() {
        return action;
    }

    String targetKind() {
        return targetKind;
    }

    String target() {
        return target;
    }

    String details() {
        return details;
    }

    String address() {
        return address;
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
