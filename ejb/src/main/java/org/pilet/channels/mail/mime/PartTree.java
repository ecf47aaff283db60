package org.pilet.channels.mail.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The shape of a mail's body: multiparts with their children, leaves with what was read of them. */
final class PartTree {

    /** What is read as it is written. */
    private static final Set<String> PLAIN =
            Set.of("text/plain", "text/markdown", "text/x-markdown", "text/enriched", "text/richtext", "text/text");

    /** What repeats the words for one reading program, or speaks of another mail. */
    private static final Set<String> NO_WORDS = Set.of("text/x-amp-html", "text/watch-html", "text/rfc822-headers");

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
            return words != null && (PLAIN.contains(head.type()) || head.type().startsWith("multipart/"));
        }

        /** Words in a form of their own, or half of a mail: read out where nothing else speaks, and always a file. */
        boolean spare() {
            boolean form = head.type().startsWith("text/") && !NO_WORDS.contains(head.type());
            return words != null && !plain() && !html() && (form || head.type().equals("message/partial"));
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
