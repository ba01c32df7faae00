package dev.millrace.testkit.network;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The present faults of a network. */
final class ProxyState {
    private boolean cut;
    private boolean stalled;
    private Duration delay = Duration.ZERO;
    private List<String> blockedWords = List.of();
    private int blocked;

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

    /** @param words each blocked piece of data contains all of them */
    synchronized void block(List<String> words) {
        blockedWords = words;
        blocked = 0;
    }

    synchronized int blocked() {
        return blocked;
    }

    synchronized void end() {
        cut = false;
        stalled = false;
        delay = Duration.ZERO;
        blockedWords = List.of();
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
        if (fromClient && isBlocked(data, length)) {
            blocked++;
            while (!blockedWords.isEmpty() && !ended.getAsBoolean()) {
                wait();
            }
        }
        while (stalled && !ended.getAsBoolean()) {
            wait();
        }
        return !ended.getAsBoolean();
    }

    private boolean isBlocked(byte[] data, int length) {
        if (blockedWords.isEmpty()) {
            return false;
        }
        String text = new String(data, 0, length, StandardCharsets.ISO_8859_1);
        return blockedWords.stream().allMatch(text::contains);
    }
}
