package dev.millrace.web.problem;

/**
 * The problem that a status of HTTP stands for by itself. Servers set these without the application.
 *
 * @param slug stable name in kebab-case
 */
public record HttpStatusProblem(int status, String slug, String title, String detail) {
    public static HttpStatusProblem of(int status) {
        return switch (status) {
            case 400 -> new HttpStatusProblem(
                    status, "malformed-request", "The request is malformed", "The server cannot read the request.");
            case 403 -> new HttpStatusProblem(status, "forbidden", "Forbidden", "Your roles do not allow this.");
            case 404 -> new HttpStatusProblem(status, "not-found", "Not found", "No such resource.");
            case 405 -> new HttpStatusProblem(
                    status, "method-not-allowed", "Method not allowed", "This resource does not support the method.");
            case 406 -> new HttpStatusProblem(
                    status, "not-acceptable", "Not acceptable", "Only application/json is available.");
            case 415 -> new HttpStatusProblem(
                    status, "unsupported-media-type", "Unsupported media type", "Send application/json in UTF-8.");
            default -> new HttpStatusProblem(
                    status, "http-" + status, "The request failed", "HTTP status " + status + ".");
        };
    }
}
