package org.pilet.conversation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pilet.platform.InvalidInput;

/**
 * Words with places: <code>{{name}}</code> is the value, <code>{{name|somebody}}</code> has words for the case that there
 * is none, <code>{{#owner}}…{{/owner}}</code> says something only if there is a value and <code>{{^owner}}…{{/owner}}</code>
 * only if there is none. That is the whole language: no calls, no code, nothing to reach but the values given, and what
 * a value holds is never read as words again.
 */
public final class TemplateWords {

    private static final Pattern PLACE =
            Pattern.compile("\\{\\{\\s*([#^/]?)\\s*([A-Za-z][A-Za-z0-9.]{0,40})\\s*(?:\\|([^{}]{0,200}))?}}");

    /** A piece between two places, or a place. */
    private record Piece(String words, String kind, String name, String otherwise) {}

    private final List<Piece> pieces;

    private TemplateWords(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /**
     * Reads them.
     *
     * @param field what to call them in a refusal
     * @throws InvalidInput for a name that is not among the places, or a section that does not close where it should
     */
    public static TemplateWords of(String field, String written, List<String> places) {
        TemplateWords read = read(written);
        List<String> open = new ArrayList<>();
        for (Piece piece : read.pieces) {
            if (piece.name() == null) {
                requireNoBraces(field, piece.words());
                continue;
            }
            if (!places.contains(piece.name())) {
                throw new InvalidInput(field, "unknown", "{{" + piece.name() + "}}");
            }
            if (piece.kind().equals("#") || piece.kind().equals("^")) {
                open.add(piece.name());
            } else if (piece.kind().equals("/")
                    && (open.isEmpty() || !open.remove(open.size() - 1).equals(piece.name()))) {
                throw new InvalidInput(field, "malformed", "{{/" + piece.name() + "}}");
            }
        }
        if (!open.isEmpty()) {
            throw new InvalidInput(field, "malformed", "{{#" + open.get(open.size() - 1) + "}}");
        }
        return read;
    }

    /** Somebody meant a place and wrote something else. */
    private static void requireNoBraces(String field, String words) {
        int braces = words.indexOf("{{");
        if (braces >= 0) {
            throw new InvalidInput(field, "malformed", words.substring(braces, Math.min(words.length(), braces + 30)));
        }
    }

    /** Reads what was checked when it was saved. */
    public static TemplateWords read(String written) {
        List<Piece> pieces = new ArrayList<>();
        Matcher place = PLACE.matcher(written);
        int at = 0;
        while (place.find()) {
            pieces.add(new Piece(written.substring(at, place.start()), "", null, null));
            pieces.add(new Piece("", place.group(1), place.group(2), place.group(3)));
            at = place.end();
        }
        pieces.add(new Piece(written.substring(at), "", null, null));
        return new TemplateWords(pieces);
    }

    /** What they name. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        pieces.stream().filter(piece -> piece.name() != null).forEach(piece -> names.add(piece.name()));
        return names;
    }

    /** The words with the values in their places. */
    public String filled(Map<String, String> values) {
        StringBuilder out = new StringBuilder();
        int silent = 0;
        int depth = 0;
        for (Piece piece : pieces) {
            if (piece.name() == null) {
                out.append(silent == 0 ? piece.words() : "");
                continue;
            }
            String value = values.get(piece.name());
            boolean there = value != null && !value.isBlank();
            switch (piece.kind()) {
                case "#", "^" -> {
                    depth++;
                    boolean wanted = there == piece.kind().equals("#");
                    silent = silent == 0 && !wanted ? depth : silent;
                }
                case "/" -> {
                    silent = silent == depth ? 0 : silent;
                    depth--;
                }
                default -> {
                    if (silent == 0) {
                        out.append(there ? value : piece.otherwise() == null ? "" : piece.otherwise());
                    }
                }
            }
        }
        return out.toString();
    }
}
