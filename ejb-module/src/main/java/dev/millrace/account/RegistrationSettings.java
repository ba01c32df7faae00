package dev.millrace.account;

import java.time.Duration;

import dev.millrace.platform.config.ConfigReader;

/**
 * Registration and its limits.
 *
 * @param mode the people who may register
 * @param perAddress most registrations from one address within a window
 * @param inAll most registrations from all addresses together within a window
 * @param window how long a window is, from its first registration on
 */
public record RegistrationSettings(RegistrationMode mode, int perAddress, int inAll, Duration window) {
    private static final int MOST = 1_000_000;

    public static RegistrationSettings from(ConfigReader config) {
        return new RegistrationSettings(
                config.parsed("millrace.accounts.registration", RegistrationMode.OPEN, RegistrationMode::parse),
                config.number("millrace.accounts.registrations-per-address", 10, 1, MOST),
                config.number("millrace.accounts.registrations-in-all", 100, 1, MOST),
                config.duration("millrace.accounts.registration-window", Duration.ofHours(1)));
    }
}
