package dev.millrace.account;

import jakarta.enterprise.inject.spi.Extension;

/**
 * Starts to load the signing key as soon as CDI starts. Making one at the first start takes a second or two, and the
 * server needs it while it starts.
 */
public class LoadSigningKeyEarly implements Extension {
    public LoadSigningKeyEarly() {
        SigningKeys.prepare();
    }
}
