package dev.millrace.result;

import java.io.StringReader;

import jakarta.json.stream.JsonParser;

import dev.millrace.contract.AttemptError;
import dev.millrace.contract.ReportLimits;
import dev.millrace.platform.json.Json;
import dev.millrace.platform.json.NumbersInJson;

/** Whether a result can be kept and shown. */
final class ResultCheck {
    private ResultCheck() {}

    /** @return null if nothing is wrong with it */
    static AttemptError faultOf(String result) {
        if (result.length() > ReportLimits.RESULT) {
            String message = "The result has " + result.length() + " characters, at most " + ReportLimits.RESULT
                    + " are allowed. Store it elsewhere and return where it is.";
            return new AttemptError("ResultTooLarge", message, null);
        }
        String fault = isJson(result) ? NumbersInJson.findFault(result) : "is not JSON";
        return fault == null ? null : new AttemptError("InvalidResult", "The worker's result " + fault + ".", null);
    }

    private static boolean isJson(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                parser.next();
            }
            return !text.isBlank();
        } catch (RuntimeException e) {
            // Not only a JsonParsingException: Parsson refuses nesting beyond its bound with another one.
            return false;
        }
    }
}
