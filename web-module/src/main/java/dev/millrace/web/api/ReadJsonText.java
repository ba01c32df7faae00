package dev.millrace.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import dev.millrace.platform.json.JsonText;
import dev.millrace.platform.json.NotJson;
import dev.millrace.request.MalformedJson;

/** Reads the text of a JSON body. Servers by themselves would replace octets that are not UTF-8 by other characters. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, ReadJsonText.MERGE_PATCH})
public class ReadJsonText implements MessageBodyReader<String> {
    static final String MERGE_PATCH = "application/merge-patch+json";

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == String.class;
    }

    /** @throws MalformedJson if the body is not UTF-8 */
    @Override
    public String readFrom(
            Class<String> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        try {
            return JsonText.decode(body.readAllBytes());
        } catch (NotJson e) {
            throw new MalformedJson(e);
        }
    }
}
