package dev.millrace.account;

/**
 * What somebody signs in or goes on with.
 *
 * @param address null if not known
 * @param userAgent as browsers and programs call themselves; null if it does not say
 */
public record Client(String address, String userAgent) {
    private static final int LONGEST_USER_AGENT = 300;

    public Client {
        userAgent = userAgent == null || userAgent.length() <= LONGEST_USER_AGENT
                ? userAgent
                : userAgent.substring(0, LONGEST_USER_AGENT);
    }
}
