package org.pilet.channels.mail.mime;

import java.util.ArrayList;
import java.util.List;

/** The shape of a mail's body: multiparts with their children, leaves with what was read of them. */
final class PartTree {

    /** A node of the tree. */
    sealed interface Node permits Multi, Leaf {}

    /** A multipart; the kind is its subtype. */
    record Multi(String kind, List<Node> children) implements Node {

        Multi(String kind) {
            this(kind, new ArrayList<>());
        }
    }

    /**
     * A part without children.
     *
     * @param words the decoded text of a text part or of a report, else null
     * @param whole false if there was more than was read
     */
    record Leaf(PartHead head, int index, String words, boolean whole) implements Node {

        boolean plain() {
            return words != null
                    && (head.type().equals("text/plain") || head.type().startsWith("multipart/"));
        }

        boolean html() {
            return words != null && head.type().equals("text/html");
        }
    }

    private PartTree() {}

    static List<Leaf> leaves(Node node) {
        List<Leaf> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<Leaf> found) {
        if (node instanceof Leaf leaf) {
            found.add(leaf);
        } else if (node instanceof Multi multi) {
            multi.children().forEach(child -> collect(child, found));
        }
    }
}
