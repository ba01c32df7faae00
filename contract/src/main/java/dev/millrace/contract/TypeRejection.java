package dev.millrace.contract;

/**
 * A message of {@link RedisNames#REJECTED_TYPES}: servers reject a worker's announcement of a task type.
 *
 * @param worker its id, without blanks
 * @param type name of the type, as the worker announced it
 * @param reason for people
 */
public record TypeRejection(String worker, String type, String reason) {
    private static final String SEPARATOR = "\n";
    private static final int MEMBERS = 3;

    /** Worker, type and reason, each on a line of its own. */
    @Override
    public String toString() {
        return String.join(SEPARATOR, oneLine(worker), oneLine(type), oneLine(reason));
    }

    /** @throws UnreadableMessage if {@code text} is not such a message */
    public static TypeRejection parse(String text) throws UnreadableMessage {
        String[] members = text.split(SEPARATOR, MEMBERS);
        if (members.length < MEMBERS) {
            throw new UnreadableMessage(Excerpt.of(text) + " is not <worker>, <type> and <reason> on three lines");
        }
        return new TypeRejection(members[0], members[1], members[2]);
    }

    private static String oneLine(String text) {
        return String.valueOf(text).replaceAll("\\R", " ");
    }
}
