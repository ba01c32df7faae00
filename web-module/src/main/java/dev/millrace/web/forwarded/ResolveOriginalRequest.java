package dev.millrace.web.forwarded;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import dev.millrace.platform.http.HttpSettings;
import dev.millrace.platform.node.NodeLog;

/** Makes every request look as its client sent it. The first of the filters, so {@code web.xml} registers it. */
public class ResolveOriginalRequest extends HttpFilter {
    private static final Logger LOG = NodeLog.of(ResolveOriginalRequest.class);

    private final AtomicBoolean contradictionLogged = new AtomicBoolean();

    @Inject
    private transient HttpSettings settings;

    public ResolveOriginalRequest() {}

    ResolveOriginalRequest(HttpSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (OriginalRequest.attachedTo(request).isPresent()) { // on the way to an error's page
            chain.doFilter(request, response);
            return;
        }
        PeerConnection peer = PeerConnection.of(request);
        OriginalRequest original = resolve(peer, name -> Collections.list(request.getHeaders(name)));
        original.attachTo(request);
        boolean direct = original.equals(peer.asOriginal());
        chain.doFilter(direct ? request : new ForwardedRequest(request, original), response);
    }

    /**
     * Clients may send the kind of header that their proxy does not set. If both kinds name clients, and not the same
     * one, the proxy's cannot be told from the client's.
     */
    OriginalRequest resolve(PeerConnection peer, HeaderValues headers) {
        if (!settings.trusts(peer.address())) {
            return peer.asOriginal();
        }
        XForwardedHeaders others = XForwardedHeaders.of(headers);
        OriginalRequest byOthers = ResolveHops.resolve(peer, others.hops(), settings::trusts);
        List<Hop> hops = ForwardedHeader.hops(headers.of("Forwarded"));
        if (hops.isEmpty() || hops.get(hops.size() - 1).equals(Hop.UNREADABLE)) {
            return byOthers;
        }
        OriginalRequest byForwarded = ResolveHops.resolve(peer, hops, settings::trusts);
        if (!others.clients().isEmpty() && !byOthers.address().equals(byForwarded.address())) {
            logContradiction(peer);
            return peer.asOriginal();
        }
        return byForwarded.withPrefix(byOthers.prefix());
    }

    private void logContradiction(PeerConnection peer) {
        if (contradictionLogged.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    "Forwarded contradicts X-Forwarded-For, so neither counts: proxy {0} must remove the one that it does not set",
                    peer.address());
        }
    }
}
