package io.opslore.connections.mcp;

import io.modelcontextprotocol.spec.McpSchema.AudioContent;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.EmbeddedResource;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.ResourceLink;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.ArrayList;
import java.util.List;

/** What came back, out of the library's types. */
final class RemoteContents {

    private RemoteContents() {}

    static RemoteResult of(CallToolResult result) {
        List<String> texts = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<Content> contents = result.content() == null ? List.of() : result.content();
        for (Content content : contents) {
            switch (content) {
                case TextContent text -> texts.add(String.valueOf(text.text()));
                case EmbeddedResource(var a, TextResourceContents text, var m) ->
                        texts.add(String.valueOf(text.text()));
                case EmbeddedResource resource ->
                        others.add("resource " + resource.resource().uri());
                case ResourceLink link -> others.add("link " + link.uri());
                case ImageContent image -> others.add("picture " + image.mimeType());
                case AudioContent sound -> others.add("sound " + sound.mimeType());
                default -> others.add("something else");
            }
        }
        return new RemoteResult(
                texts, result.structuredContent(), others, Boolean.TRUE.equals(result.isError()));
    }
}
