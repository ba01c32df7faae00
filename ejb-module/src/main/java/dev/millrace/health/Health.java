package dev.millrace.health;

/**
 * What is there.
 *
 * @param database without it nothing works
 * @param redis without it tasks are taken and wait
 * @param leadership whether some node leads each queue; tasks of a queue that nobody leads are taken and wait
 */
public record Health(boolean database, boolean redis, boolean leadership) {
    /** @return whether requests can be served */
    public boolean isReady() {
        return database;
    }
}
