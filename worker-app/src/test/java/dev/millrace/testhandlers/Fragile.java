package dev.millrace.testhandlers;

/** A result that may not let itself be read. */
public record Fragile(String text) {
    @Override
    public String text() {
        if (text.equals("accessor")) {
            throw new IllegalStateException("not to be read");
        }
        return text;
    }
}
