package dev.millrace.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Permission that an API token has. */
public enum Scope {
    TASKS_READ("tasks:read"),
    TASKS_WRITE("tasks:write");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /** @return its name in tokens and the API */
    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException unless it is the name of a scope in tokens and the API */
    public static Scope parse(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text.equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    /** @return separated by blanks, as RFC 8693 requires for the claim {@code scope} */
    static String claim(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }

    /** Reads {@link #claim}; omits unknown names. */
    public static Set<Scope> parseClaim(String claim) {
        Set<String> names = Set.of(claim.split(" +"));
        return Arrays.stream(values())
                .filter(scope -> names.contains(scope.text))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
