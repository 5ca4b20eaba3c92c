package io.opslore.tools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Arguments that fit a tool's parameters. Immutable. */
public final class ToolArguments {

    private final Map<String, Object> values;

    private ToolArguments(Map<String, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * @throws ToolFailure naming the first argument that does not fit, and what would
     */
    public static ToolArguments fitting(ToolInfo tool, Map<String, ?> given) {
        if (tool.foreign() != null) {
            return foreign(tool, given);
        }
        Set<String> known =
                tool.parameters().stream().map(ToolParameter::name).collect(Collectors.toSet());
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ToolFailure.invalid(
                            "There is no argument " + Shown.of(name) + ".",
                            "It takes " + names(tool.parameters()) + ".");
                });
        return new ToolArguments(
                tool.parameters().stream()
                        .filter(parameter -> value(parameter, given).isPresent())
                        .collect(
                                Collectors.toMap(
                                        ToolParameter::name,
                                        parameter -> value(parameter, given).orElseThrow())));
    }

    /** One that must have been given. */
    public String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("Not required: " + name));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    public int number(String name, int otherwise) {
        return (Integer) values.getOrDefault(name, otherwise);
    }

    public boolean flag(String name) {
        return (Boolean) values.getOrDefault(name, false);
    }

    /**
     * @throws ToolFailure for what is no id
     */
    public Optional<UUID> id(String name) {
        return find(name)
                .map(text -> {
                    try {
                        return UUID.fromString(text);
                    } catch (IllegalArgumentException noId) {
                        throw ToolFailure.invalid(
                                name + " is no id.", "Use one that another tool has told.");
                    }
                });
    }

    /** As they were given. */
    public Map<String, Object> all() {
        return values;
    }

    /** Its server checks the rest. */
    private static ToolArguments foreign(ToolInfo tool, Map<String, ?> given) {
        Map<String, Object> values = new HashMap<>();
        given.forEach((name, value) -> {
            if (value != null) {
                values.put(name, value);
            }
        });
        tool.parameters().stream()
                .filter(parameter -> parameter.required() && !values.containsKey(parameter.name()))
                .findFirst()
                .ifPresent(missing -> {
                    throw ToolFailure.invalid(
                            missing.name() + " is missing.",
                            "It takes " + names(tool.parameters()) + ".");
                });
        return new ToolArguments(values);
    }

    private static Optional<Object> value(ToolParameter parameter, Map<String, ?> given) {
        Object value = given.get(parameter.name());
        if (value == null) {
            if (parameter.required()) {
                throw ToolFailure.invalid(
                        parameter.name() + " is missing.", parameter.description() + ".");
            }
            return Optional.empty();
        }
        return Optional.of(
                switch (parameter.type()) {
                    case TEXT -> text(parameter, value);
                    case NUMBER -> number(parameter, value);
                    case FLAG -> flag(parameter, value);
                    case DECIMAL, LIST, OBJECT -> value;
                });
    }

    private static String text(ToolParameter parameter, Object value) {
        if (!(value instanceof String text) || text.isBlank() || text.length() > parameter.most()) {
            throw ToolFailure.invalid(
                    parameter.name() + " is not a text that fits.",
                    "Give 1 to %d characters.".formatted(parameter.most()));
        }
        if (!parameter.values().isEmpty() && !parameter.values().contains(text)) {
            throw ToolFailure.invalid(
                    parameter.name() + " cannot be " + Shown.of(text) + ".",
                    "Give one of " + String.join(", ", parameter.values()) + ".");
        }
        return text;
    }

    private static Integer number(ToolParameter parameter, @Nullable Object value) {
        if (value instanceof Number number
                && number.doubleValue() == number.intValue()
                && number.intValue() >= 1
                && number.intValue() <= parameter.most()) {
            return number.intValue();
        }
        throw ToolFailure.invalid(
                parameter.name() + " is not a number that fits.",
                "Give a whole number from 1 to %d.".formatted(parameter.most()));
    }

    private static Boolean flag(ToolParameter parameter, Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw ToolFailure.invalid(
                parameter.name() + " is neither true nor false.", "Give one of them.");
    }

    private static String names(List<ToolParameter> parameters) {
        return parameters.isEmpty()
                ? "none"
                : parameters.stream().map(ToolParameter::name).collect(Collectors.joining(", "));
    }
}
