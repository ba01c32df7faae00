package dev.millrace;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out tests, and the testkit with which they run. */
final class ServerClasses implements ImportOption {
    private final ImportOption withoutTests = new DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        return withoutTests.includes(location) && !location.contains("/dev/millrace/testkit/");
    }
}
