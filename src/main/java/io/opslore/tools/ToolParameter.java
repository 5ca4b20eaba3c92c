package io.opslore.tools;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One argument of a tool. Never an address, a tenant or a credential: those belong to a configured
 * source, of which an argument names the id.
 *
 * @param description for a model
 * @param values those it may have; empty for any
 * @param most the longest text, or the largest number, which is at least 1
 */
public record ToolParameter(
        String name,
        Type type,
        boolean required,
        String description,
        List<String> values,
        int most) {

    private static final int LONGEST_TEXT = 2_000;

    public ToolParameter {
        values = List.copyOf(values);
    }

    /** A text of 1 to 2,000 characters that must be given. */
    public static ToolParameter text(String name, String description) {
        return new ToolParameter(name, Type.TEXT, true, description, List.of(), LONGEST_TEXT);
    }

    /** One of these, or nothing. */
    public static ToolParameter choice(String name, String description, List<String> values) {
        return new ToolParameter(name, Type.TEXT, false, description, values, LONGEST_TEXT);
    }

    /** A whole number from 1, or nothing. */
    public static ToolParameter number(String name, String description, int most) {
        return new ToolParameter(name, Type.NUMBER, false, description, List.of(), most);
    }

    /** Yes or no, or nothing. */
    public static ToolParameter flag(String name, String description) {
        return new ToolParameter(name, Type.FLAG, false, description, List.of(), 1);
    }

    /** Goes on where the last answer ended. */
    public static ToolParameter cursor() {
        return text("cursor", "nextCursor of the answer before, to go on from there").optional();
    }

    /** The same, which may be left out. */
    public ToolParameter optional() {
        return new ToolParameter(name, type, false, description, values, most);
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type.json);
        schema.put("description", description);
        switch (type) {
            case TEXT -> {
                schema.put("minLength", 1);
                schema.put("maxLength", most);
            }
            case NUMBER -> {
                schema.put("minimum", 1);
                schema.put("maximum", most);
            }
            case FLAG, DECIMAL, LIST, OBJECT -> {}
        }
        if (!values.isEmpty()) {
            schema.put("enum", values);
        }
        return schema;
    }

    /** What an argument may be. */
    public enum Type {
        TEXT("string"),
        NUMBER("integer"),
        FLAG("boolean"),
        /** Like those below, of other people's tools alone, which check their arguments. */
        DECIMAL("number"),
        LIST("array"),
        OBJECT("object");

        private final String json;

        Type(String json) {
            this.json = json;
        }

        /** As JSON Schema names it. */
        public String json() {
            return json;
        }
    }
}
