package io.opslore.connections.mcp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a call has brought: the words of a stranger, just as they came.
 *
 * @param texts one after another; those of resources that came along too
 * @param structured the same as values of JSON; null where the tool tells none
 * @param others what came besides and is no text, in a few words each: pictures, sounds, links
 * @param failed whether the tool says that it could not do it; the texts say why then
 */
public record RemoteResult(
        List<String> texts, @Nullable Object structured, List<String> others, boolean failed) {

    public RemoteResult {
        texts = List.copyOf(texts);
        others = List.copyOf(others);
    }
}
