package dev.millrace.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.harrel.jsonschema.Error;

/**
 * Leaves out the errors of alternatives of {@code oneOf} and {@code anyOf} that the sender did not mean. Such an
 * alternative has another type, or another constant in a member that tells them apart.
 */
final class RelevantErrors {
    private static final int MAX_ERRORS = 1_000;
    private static final Set<String> CHOICES = Set.of("oneOf", "anyOf");

    private RelevantErrors() {}

    static List<Error> of(List<Error> errors) {
        if (errors.size() > MAX_ERRORS) {
            return errors;
        }
        Set<Error> dropped = new HashSet<>();
        for (Error choice : errors) {
            if (choice.getKeyword() != null && CHOICES.contains(choice.getKeyword())) {
                dropUnlikely(choice, errors, dropped);
            }
        }
        return errors.stream().filter(error -> !dropped.contains(error)).toList();
    }

    private static void dropUnlikely(Error choice, List<Error> errors, Set<Error> dropped) {
        List<Error> within =
                errors.stream().filter(error -> isWithin(choice, error)).toList();
        Set<String> unlikely = new HashSet<>();
        Set<String> all = new HashSet<>();
        for (Error error : within) {
            all.add(alternative(choice, error));
            if (excludesAlternative(choice, error)) {
                unlikely.add(alternative(choice, error));
            }
        }
        within.stream()
                .filter(error -> unlikely.contains(alternative(choice, error)))
                .forEach(dropped::add);
        if (unlikely.size() < all.size()) {
            dropped.add(choice);
        }
    }

    private static boolean isWithin(Error choice, Error error) {
        return error.getEvaluationPath().startsWith(choice.getEvaluationPath() + "/")
                && (error.getInstanceLocation() + "/").startsWith(choice.getInstanceLocation() + "/");
    }

    private static String alternative(Error choice, Error error) {
        String rest =
                error.getEvaluationPath().substring(choice.getEvaluationPath().length() + 1);
        return rest.replaceFirst("/.*", "");
    }

    private static boolean excludesAlternative(Error choice, Error error) {
        String below = error.getInstanceLocation()
                .substring(choice.getInstanceLocation().length());
        return "type".equals(error.getKeyword()) && below.isEmpty()
                || "const".equals(error.getKeyword()) && below.lastIndexOf('/') == 0;
    }
}
