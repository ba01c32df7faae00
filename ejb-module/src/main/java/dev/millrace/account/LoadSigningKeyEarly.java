package dev.millrace.account;

import jakarta.enterprise.inject.spi.Extension;

/**
 * Begins to load the signing key as soon as CDI begins to start. Making one at the first start takes a second or two, and the
 * server asks for it while it starts.
 */
public class LoadSigningKeyEarly implements Extension {
    public LoadSigningKeyEarly() {
        SigningKeys.prepare();
    }
}
