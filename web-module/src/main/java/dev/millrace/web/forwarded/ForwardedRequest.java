package dev.millrace.web.forwarded;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that came over proxies, with the address parts that its client used. The path is as it reached this server. */
final class ForwardedRequest extends HttpServletRequestWrapper {
    private final OriginalRequest original;

    ForwardedRequest(HttpServletRequest request, OriginalRequest original) {
        super(request);
        this.original = original;
    }

    @Override
    public String getRemoteAddr() {
        return original.address();
    }

    @Override
    public String getRemoteHost() {
        return original.address();
    }

    @Override
    public String getScheme() {
        return original.scheme();
    }

    @Override
    public boolean isSecure() {
        return original.isSecure();
    }

    @Override
    public String getServerName() {
        return original.host();
    }

    @Override
    public int getServerPort() {
        return original.port();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(original.origin()).append(getRequestURI());
    }
}
