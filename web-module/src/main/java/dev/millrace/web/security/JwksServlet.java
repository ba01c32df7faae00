package dev.millrace.web.security;

import java.io.IOException;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.millrace.account.SigningKeys;

/** The public keys of the tokens, for services that verify them by themselves. */
@WebServlet(JwksServlet.PATH)
public class JwksServlet extends HttpServlet {
    static final String PATH = "/.well-known/jwks.json";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/jwk-set+json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "public, max-age=300");
        response.getWriter().write(SigningKeys.publicJson());
    }
}
