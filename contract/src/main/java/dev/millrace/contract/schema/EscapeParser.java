package dev.millrace.contract.schema;

/** Reads the text behind a {@code \}, for one character or for a set of them. */
final class EscapeParser {
    private static final String SYNTAX = "^$\\.*+?()[]{}|/";

    private EscapeParser() {}

    /** @throws IllegalArgumentException if there is no such escape */
    static CharacterSet parse(PatternScanner text) {
        CharacterSet set = setOrNull(text);
        if (set != null) {
            return set;
        }
        int c = character(text);
        return CharacterSet.range(c, c);
    }

    /** @return null, with nothing read, if it is an escape for one character */
    static CharacterSet setOrNull(PatternScanner text) {
        if (text.take('d')) {
            return CharacterSet.DIGIT;
        } else if (text.take('D')) {
            return CharacterSet.DIGIT.inverted();
        } else if (text.take('w')) {
            return CharacterSet.WORD;
        } else if (text.take('W')) {
            return CharacterSet.WORD.inverted();
        } else if (text.take('s')) {
            return CharacterSet.SPACE;
        } else if (text.take('S')) {
            return CharacterSet.SPACE.inverted();
        } else if (text.take("p{")) {
            return category(text);
        } else if (text.take("P{")) {
            return category(text).inverted();
        }
        return null;
    }

    /** @throws IllegalArgumentException if there is no such escape */
    static int character(PatternScanner text) {
        int c = text.next();
        return switch (c) {
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> 0x0b;
            case '0' -> zero(text);
            case 'x' -> text.hex(2);
            case 'u' -> unicode(text);
            default -> {
                if (SYNTAX.indexOf(c) < 0) {
                    throw text.error("there is no such escape");
                }
                yield c;
            }
        };
    }

    private static int zero(PatternScanner text) {
        if (text.isAtDigitFrom('0')) {
            throw text.error("there is no such escape");
        }
        return 0;
    }

    private static int unicode(PatternScanner text) {
        if (text.take('{')) {
            String digits = text.takeUntil('}');
            int c = digits.matches("0*[0-9a-fA-F]{1,6}") ? Integer.parseInt(digits, 16) : Integer.MAX_VALUE;
            if (c > Character.MAX_CODE_POINT) {
                throw text.error("there is no such character");
            }
            return c;
        }
        int first = text.hex(4);
        if (Character.isHighSurrogate((char) first) && text.take("\\u")) {
            int second = text.hex(4);
            if (!Character.isLowSurrogate((char) second)) {
                throw text.error("unpaired surrogate");
            }
            return Character.toCodePoint((char) first, (char) second);
        }
        return first;
    }

    private static CharacterSet category(PatternScanner text) {
        CharacterSet category = UnicodeCategories.byName(text.takeUntil('}'));
        if (category == null) {
            throw text.error("only general categories are supported, by their short names such as L or Lu");
        }
        return category;
    }
}
