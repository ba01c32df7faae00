package dev.millrace.web.api;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Redirects from the address that MicroProfile OpenAPI gives to documents. Answering with the document itself would be wrong behind a
 * prefix, since the document names its server relatively.
 */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", "api/openapi.yaml");
    }
}
