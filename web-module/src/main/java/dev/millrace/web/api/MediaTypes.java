package dev.millrace.web.api;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers {@code Content-Type} and {@code Accept} of RFC 9110, which servers parse each in its own way. */
final class MediaTypes {
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final String PARAMETER = "[ \\t]*;[ \\t]*(?:(" + TOKEN + ")=(" + TOKEN + "|" + QUOTED + "))?";
    private static final String TYPE = TOKEN + "/" + TOKEN;
    private static final Pattern MEDIA_TYPE = Pattern.compile("[ \\t]*" + TYPE + "(?:" + PARAMETER + ")*+[ \\t]*");
    private static final Pattern ONE_PARAMETER = Pattern.compile(PARAMETER);
    private static final Pattern QUALITY = Pattern.compile("0(?:\\.[0-9]*)?|1(?:\\.0*)?|\\.[0-9]+");
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");
    private static final int MAX_LENGTH = 2_000;

    private MediaTypes() {}

    /** @return whether it is a media type whose charset, if it names one, is UTF-8, the only one of JSON (RFC 8259) */
    static boolean isInUtf8(String contentType) {
        return contentType.length() <= MAX_LENGTH
                && MEDIA_TYPE.matcher(contentType).matches()
                && hasOnly(contentType, "charset", charset -> UTF_8.contains(charset.toLowerCase(Locale.ROOT)));
    }

    /** @return whether each part of the list is a media range with a quality from 0 to 1, if it has one */
    static boolean isAcceptable(String accept) {
        if (accept.length() > MAX_LENGTH) {
            return false;
        }
        for (String range : accept.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            if (!range.isBlank()
                    && !(MEDIA_TYPE.matcher(range).matches()
                            && hasOnly(range, "q", quality -> QUALITY.matcher(quality)
                                    .matches()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasOnly(String mediaType, String name, Predicate<String> allowed) {
        Matcher parameter = ONE_PARAMETER.matcher(mediaType);
        while (parameter.find()) {
            if (name.equalsIgnoreCase(parameter.group(1)) && !allowed.test(unquoted(parameter.group(2)))) {
                return false;
            }
        }
        return true;
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
