package dev.millrace.contract.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** A set of code points, as an escape or a class of a pattern names it. */
record CharacterSet(IntPredicate members) {
    static final CharacterSet DIGIT = range('0', '9');
    static final CharacterSet WORD =
            union(List.of(DIGIT, range('a', 'z'), range('A', 'Z'), range('_', '_'))); // ASCII, as ECMA-262 has it
    static final CharacterSet SPACE = new CharacterSet(CharacterSet::isSpace);
    static final CharacterSet NOT_LINE_BREAK = new CharacterSet(c -> !isLineBreak(c));

    static CharacterSet range(int first, int last) {
        return new CharacterSet(c -> c >= first && c <= last);
    }

    static CharacterSet union(List<CharacterSet> sets) {
        List<CharacterSet> all = new ArrayList<>(sets);
        return new CharacterSet(c -> {
            for (CharacterSet set : all) {
                if (set.has(c)) {
                    return true;
                }
            }
            return false;
        });
    }

    boolean has(int codePoint) {
        return members.test(codePoint);
    }

    CharacterSet inverted() {
        return new CharacterSet(members.negate());
    }

    private static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    private static boolean isSpace(int c) {
        return c >= '\t' && c <= '\r'
                || c == 0xfeff
                || isLineBreak(c)
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
