package dev.millrace.worker.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, from the jar's manifest. */
final class WorkerVersion implements IVersionProvider {
    static String number() {
        String version = WorkerVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"millrace-worker " + number()};
    }
}
