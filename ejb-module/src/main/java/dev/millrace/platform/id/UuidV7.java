package dev.millrace.platform.id;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/** Ids that begin with their time (UUIDv7, RFC 9562). */
public final class UuidV7 {
    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private UuidV7() {}

    /** @return a new id; ids made later in this process sort later */
    public static UUID generate() {
        return IDS.generate();
    }
}
