package dev.millrace.itests.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What is wrong with a network at present. */
final class Faults {
    private boolean cut;
    private boolean stalled;
    private Duration delay = Duration.ZERO;
    private byte[] unwanted;
    private int heldBack;

    synchronized void cut(boolean now) {
        cut = now;
        notifyAll();
    }

    synchronized boolean isCut() {
        return cut;
    }

    synchronized void stall(boolean now) {
        stalled = now;
    }

    synchronized void delay(Duration time) {
        delay = time;
    }

    synchronized void holdBack(byte[] command) {
        unwanted = command;
        heldBack = 0;
    }

    synchronized int heldBack() {
        return heldBack;
    }

    synchronized void end() {
        cut = false;
        stalled = false;
        delay = Duration.ZERO;
        unwanted = null;
        notifyAll();
    }

    synchronized void wake() {
        notifyAll();
    }

    /** Returns when a piece may go on; false if its connection has ended meanwhile. */
    synchronized boolean letThrough(byte[] data, int length, boolean fromClient, BooleanSupplier ended)
            throws InterruptedException {
        long until = System.nanoTime() + delay.toNanos();
        for (long left = delay.toMillis(); left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        if (fromClient && isUnwanted(data, length)) {
            heldBack++;
            while (unwanted != null && !ended.getAsBoolean()) {
                wait();
            }
        }
        while (stalled && !ended.getAsBoolean()) {
            wait();
        }
        return !ended.getAsBoolean();
    }

    private boolean isUnwanted(byte[] data, int length) {
        if (unwanted == null) {
            return false;
        }
        for (int at = 0; at + unwanted.length <= length; at++) {
            int same = 0;
            while (same < unwanted.length && data[at + same] == unwanted[same]) {
                same++;
            }
            if (same == unwanted.length) {
                return true;
            }
        }
        return false;
    }
}
