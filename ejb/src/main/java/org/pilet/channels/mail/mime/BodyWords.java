package org.pilet.channels.mail.mime;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pilet.channels.mail.mime.PartTree.Leaf;
import org.pilet.channels.mail.mime.PartTree.Multi;
import org.pilet.channels.mail.mime.PartTree.Node;

/**
 * Which leaves are the words of the mail and which are files. Of alternatives the plain one is the text and the last
 * HTML one is the HTML; everywhere else the words of the children follow each other.
 *
 * @param text the plain words, or null if none of the chosen leaves was plain
 * @param html the words as HTML, or null if none of the chosen leaves was HTML
 * @param used the leaves that the words were taken from, or that only repeat them
 */
record BodyWords(String text, String html, Set<Leaf> used) {

    private static final BodyWords NONE = new BodyWords(null, null, Set.of());

    static BodyWords of(Node root) {
        if (root instanceof Leaf only && !only.head().attachment() && (only.plain() || only.html())) {
            return ofLeaf(only);
        }
        BodyWords found = words(root, false);
        return found.saysNothing() ? named(root, found.used).orElse(found) : found;
    }

    private boolean saysNothing() {
        return (text == null || text.isBlank()) && (html == null || html.isBlank());
    }

    /** Where nothing else speaks, words that came with a file's name are read out; the file stays one. */
    private static Optional<BodyWords> named(Node root, Set<Leaf> blank) {
        return PartTree.leaves(root).stream()
                .filter(leaf -> !leaf.head().attachment()
                        && leaf.words() != null
                        && !leaf.words().isBlank())
                .sorted(Comparator.comparing(Leaf::spare))
                .map(leaf -> leaf.spare() ? new BodyWords(leaf.words(), null, Set.of()) : ofLeaf(leaf))
                .filter(words -> !words.saysNothing())
                .map(words -> new BodyWords(words.text, words.html, blank))
                .findFirst();
    }

    /** One of several alternatives is the words though it has a name, any other named part is a file. */
    private static BodyWords words(Node node, boolean alternative) {
        if (node instanceof Leaf leaf) {
            boolean file = leaf.head().attachment() || (leaf.head().fileName() != null && !alternative);
            return file ? NONE : ofLeaf(leaf);
        }
        Multi multi = (Multi) node;
        boolean choice = multi.kind().equals("alternative");
        List<BodyWords> children =
                multi.children().stream().map(child -> words(child, choice)).toList();
        return choice ? best(children) : joined(children);
    }

    private static BodyWords ofLeaf(Leaf leaf) {
        if (leaf.plain()) {
            return new BodyWords(leaf.words(), null, Set.of(leaf));
        }
        return leaf.html() ? new BodyWords(null, leaf.words(), Set.of(leaf)) : NONE;
    }

    private static BodyWords best(List<BodyWords> children) {
        String text = null;
        String html = null;
        Set<Leaf> used = new LinkedHashSet<>();
        for (BodyWords child : children) {
            used.addAll(child.used);
            if (text == null && child.text != null && !child.text.isBlank()) {
                text = child.text;
            }
            if (child.html != null && !child.html.isBlank()) {
                html = child.html;
            }
        }
        return new BodyWords(text, html, used);
    }

    private static BodyWords joined(List<BodyWords> children) {
        List<BodyWords> speaking = children.stream()
                .filter(child -> child.text != null || child.html != null)
                .toList();
        if (speaking.isEmpty()) {
            return NONE;
        }
        if (speaking.size() == 1) {
            return speaking.get(0);
        }
        boolean anyHtml = speaking.stream().anyMatch(child -> child.html != null);
        StringBuilder text = new StringBuilder();
        StringBuilder html = new StringBuilder();
        Set<Leaf> used = new LinkedHashSet<>();
        for (BodyWords child : speaking) {
            used.addAll(child.used);
            String plain = child.text != null ? child.text : HtmlText.of(child.html);
            text.append(text.isEmpty() || plain.isBlank() ? "" : "\n\n").append(plain.strip());
            html.append(child.html != null ? child.html : HtmlText.toHtml(child.text))
                    .append('\n');
        }
        return new BodyWords(text.toString(), anyHtml ? html.toString() : null, used);
    }
}
