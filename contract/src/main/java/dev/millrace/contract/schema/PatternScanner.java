package dev.millrace.contract.schema;

/** A pattern's text and the reader's position in it. */
final class PatternScanner {
    private static final int END = -1;

    private final String text;
    private int position;

    PatternScanner(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return position == text.length();
    }

    boolean isAt(char c) {
        return peek() == c;
    }

    boolean isAtDigitFrom(char least) {
        return peek() >= least && peek() <= '9';
    }

    boolean take(char c) {
        return take(String.valueOf(c));
    }

    boolean take(String expected) {
        if (!text.startsWith(expected, position)) {
            return false;
        }
        position += expected.length();
        return true;
    }

    /** @return the next code point */
    int next() {
        if (isAtEnd()) {
            throw error("unexpected end");
        }
        int c = text.codePointAt(position);
        position += Character.charCount(c);
        return c;
    }

    int number(int max) {
        int begin = position;
        long number = 0;
        while (isAtDigitFrom('0')) {
            number = Math.min(number * 10 + next() - '0', Integer.MAX_VALUE);
        }
        if (begin == position || number > max) {
            throw error("a count is a number up to " + max);
        }
        return (int) number;
    }

    /** @return the value of exactly so many hexadecimal digits */
    int hex(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || peek() > 'f') {
                throw error("hexadecimal digits are missing");
            }
            value = value * 16 + digit;
            position++;
        }
        return value;
    }

    /** Reads a group's name and its {@code >}. */
    void skipGroupName() {
        int begin = position;
        while (CharacterSet.WORD.has(peek())) {
            position++;
        }
        if (begin == position || !take('>')) {
            throw error("a group's name is not closed");
        }
    }

    /** @return the text up to {@code end}, which this skips */
    String takeUntil(char end) {
        int at = text.indexOf(end, position);
        if (at < 0) {
            throw error("'" + end + "' is missing");
        }
        String between = text.substring(position, at);
        position = at + 1;
        return between;
    }

    IllegalArgumentException error(String what) {
        return new IllegalArgumentException(what + " (at character " + position + ")");
    }

    private int peek() {
        return isAtEnd() ? END : text.charAt(position);
    }
}
