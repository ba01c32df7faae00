package dev.millrace.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.nulabinc.zxcvbn.StandardDictionaries;

/** The passwords that leaked lists have most often, from the dictionary of zxcvbn. Attackers try them first. */
final class CommonPasswords {
    private CommonPasswords() {}

    /** Read when the first password is checked. */
    private static final class Dictionary {
        private static final Set<String> WORDS = load();

        private static Set<String> load() {
            try {
                return StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                        .filter(word -> word.length() >= AccountRules.MIN_PASSWORD)
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException("the list of common passwords cannot be read", e);
            }
        }
    }

    /** Upper and lower case are the same. */
    static boolean contains(String password) {
        return Dictionary.WORDS.contains(password.toLowerCase(Locale.ROOT));
    }
}
