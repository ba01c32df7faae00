package dev.millrace.platform.persistence;

import java.util.UUID;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * Stores an absent id in its column as the nil UUID (RFC 9562). EclipseLink 4 neither reads a null in a {@code uuid}
 * column nor writes one to PostgreSQL.
 */
@Converter
public class OptionalIdColumn implements AttributeConverter<UUID, UUID> {
    private static final UUID NIL = new UUID(0, 0);

    @Override
    public UUID convertToDatabaseColumn(UUID id) {
        return id == null ? NIL : id;
    }

    @Override
    public UUID convertToEntityAttribute(UUID column) {
        return NIL.equals(column) ? null : column;
    }
}
