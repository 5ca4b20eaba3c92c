package io.opslore.connections.swarm;

/** How a stack's things are called in its file, and in the swarm. */
final class StackNames {

    private StackNames() {}

    /** Without the stack's name before it. */
    static String inFile(String stack, String name) {
        String prefix = stack + "_";
        return !stack.isEmpty() && name.startsWith(prefix) && name.length() > prefix.length()
                ? name.substring(prefix.length())
                : name;
    }
}
