package dev.millrace.account;

/**
 * The client of a sign-in: its address and user agent.
 *
 * @param address null if unknown
 * @param userAgent as browsers and programs call themselves; null without this header
 */
public record Client(String address, String userAgent) {
    private static final int MAX_USER_AGENT_LENGTH = 300;

    public Client {
        userAgent = userAgent == null || userAgent.length() <= MAX_USER_AGENT_LENGTH
                ? userAgent
                : userAgent.substring(0, MAX_USER_AGENT_LENGTH);
    }
}
