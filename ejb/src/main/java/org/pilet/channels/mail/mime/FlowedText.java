package org.pilet.channels.mail.mime;

/** Plain text whose writer's program broke paragraphs into lines, put together again (RFC 3676). */
final class FlowedText {

    private FlowedText() {}

    /**
     * The paragraphs.
     *
     * @param deleteSpace whether the blank that marks a broken line is no part of the text
     */
    static String joined(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder();
        int openDepth = -1;
        for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
            int depth = depth(line);
            String words = unstuffed(line.substring(depth));
            boolean goesOn = words.endsWith(" ") && !words.equals("-- ");
            if (openDepth != depth || words.equals("-- ")) {
                out.append(out.isEmpty() && openDepth < 0 ? "" : "\n");
                out.append(depth > 0 ? ">".repeat(depth) + " " : "");
            }
            out.append(goesOn && deleteSpace ? words.substring(0, words.length() - 1) : words);
            openDepth = goesOn ? depth : Integer.MAX_VALUE;
        }
        return out.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String words) {
        return words.startsWith(" ") ? words.substring(1) : words;
    }
}
