package dev.millrace.testhandlers;

/** A result whose accessor may throw. */
public record Fragile(String text) {
    @Override
    public String text() {
        if (text.equals("accessor")) {
            throw new IllegalStateException("not to be read");
        }
        return text;
    }
}
