package io.opslore.sources;

/**
 * A webhook's call, as it came in. Of the headers, those that were left out are empty.
 *
 * @param source as it was called; any text
 * @param gitea its HMAC-SHA256 of the body, hexadecimal
 * @param github the same, with {@code sha256=} in front
 * @param gitlab the secret itself
 * @param delivery what the sender calls this delivery
 */
public record HookDelivery(
        String source, String gitea, String github, String gitlab, String delivery, byte[] body) {

    /** Whether it is worth reading: who signs nothing is refused unread. */
    public boolean isSigned() {
        return !gitea.isEmpty() || !github.isEmpty() || !gitlab.isEmpty();
    }

    /** With the body, which is read after the headers. */
    public HookDelivery with(byte[] read) {
        return new HookDelivery(source, gitea, github, gitlab, delivery, read);
    }

    /** It holds what opens the door. */
    @Override
    public String toString() {
        return "HookDelivery " + delivery;
    }
}
