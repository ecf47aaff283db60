package org.pilet.channels.mail.mime;

import java.util.LinkedHashSet;
import java.util.List;
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
        return words(root);
    }

    private static BodyWords words(Node node) {
        if (node instanceof Leaf leaf) {
            boolean file = leaf.head().attachment() || leaf.head().fileName() != null;
            return file ? NONE : ofLeaf(leaf);
        }
        Multi multi = (Multi) node;
        List<BodyWords> children =
                multi.children().stream().map(BodyWords::words).toList();
        return multi.kind().equals("alternative") ? best(children) : joined(children);
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
