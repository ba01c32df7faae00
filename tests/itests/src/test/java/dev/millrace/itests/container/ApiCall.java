package dev.millrace.itests.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call of the OpenAPI document. */
record ApiCall(String method, String path) {
    private static final Pattern LINE =
            Pattern.compile("^(?:  (/\\S+)|    (get|post|put|patch|delete)):$", Pattern.MULTILINE);

    /** @return all HTTP calls of the document, in its order */
    static List<ApiCall> in(String document) {
        List<ApiCall> calls = new ArrayList<>();
        Matcher line = LINE.matcher(document);
        String path = null;
        while (line.find()) {
            if (line.group(1) != null) {
                path = line.group(1);
            } else if (!path.startsWith("/ws/")) {
                calls.add(new ApiCall(line.group(2).toUpperCase(Locale.ROOT), path));
            }
        }
        return calls;
    }

    /** @return its path, relative, with a value in place of each parameter */
    String somewhere() {
        return path.substring(1).replace("{id}", UUID.randomUUID().toString()).replaceAll("\\{\\w+}", "something");
    }
}
