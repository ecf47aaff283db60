package org.pilet.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads what people type into the search box. Nothing they write is an error of form: a bracket that nobody closes, or a
 * colon behind a word that is no field, is text like any other.
 */
class SearchReader {

    /** Deeper nesting is nobody's question, and the stack has an end. */
    private static final int DEEPEST = 20;

    private final List<String> tokens;
    private int at;
    private int depth;

    private SearchReader(List<String> tokens) {
        this.tokens = tokens;
    }

    static Search read(String typed) {
        SearchReader reader = new SearchReader(tokens(SearchWords.of(typed).text()));
        List<Search> parts = new ArrayList<>();
        while (reader.at < reader.tokens.size()) {
            parts.add(reader.any());
            reader.at++; // a closing bracket that nobody opened
        }
        return parts.size() == 1 ? parts.get(0) : new Search.All(parts);
    }

    private Search any() {
        List<Search> parts = new ArrayList<>();
        parts.add(all());
        while (at < tokens.size() && tokens.get(at).equals("OR")) {
            at++;
            parts.add(all());
        }
        List<Search> said = parts.stream().filter(part -> !isNothing(part)).toList();
        return said.size() == 1 ? said.get(0) : said.isEmpty() ? new Search.All(List.of()) : new Search.Any(said);
    }

    private Search all() {
        List<Search> parts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        List<String> phrases = new ArrayList<>();
        while (at < tokens.size()
                && !tokens.get(at).equals("OR")
                && !tokens.get(at).equals(")")) {
            String token = tokens.get(at++);
            if (token.equals("(") && depth < DEEPEST) {
                parts.add(bracketed());
            } else if (token.equals("-(") && depth < DEEPEST) {
                parts.add(new Search.Not(bracketed()));
            } else if (token.startsWith("\"")) {
                phrases.add(unquoted(token));
            } else if (token.startsWith("-") && token.length() > 1 && isWord(token.charAt(1))) {
                parts.add(new Search.Not(term(token.substring(1))));
            } else {
                Search term = term(token);
                if (term instanceof Search.Words plain) {
                    words.addAll(plain.words());
                } else {
                    parts.add(term);
                }
            }
        }
        if (!words.isEmpty() || !phrases.isEmpty()) {
            parts.add(new Search.Words(words, phrases));
        }
        return parts.size() == 1 ? parts.get(0) : new Search.All(parts);
    }

    private Search bracketed() {
        depth++;
        Search inner = any();
        depth--;
        if (at < tokens.size() && tokens.get(at).equals(")")) {
            at++;
        }
        return inner;
    }

    private static boolean isWord(char c) {
        return Character.isLetter(c) || c == '"';
    }

    private static boolean isNothing(Search part) {
        return part instanceof Search.All all && all.parts().isEmpty();
    }

    private static Search term(String token) {
        if (token.startsWith("\"")) {
            return new Search.Words(List.of(), List.of(unquoted(token)));
        }
        int colon = token.indexOf(':');
        Optional<SearchField> field = colon < 1 || colon == token.length() - 1
                ? Optional.empty()
                : SearchField.named(token.substring(0, colon));
        return field.isEmpty()
                ? new Search.Words(List.of(token), List.of())
                : new Search.Match(field.get(), values(token.substring(colon + 1)));
    }

    /** Values stand between commas; a quoted one may hold some. */
    private static List<String> values(String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (char c : text.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static String unquoted(String token) {
        return token.replace("\"", "").strip();
    }

    /** Cut at spaces outside quotes; brackets at the edges of a word stand alone. */
    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        boolean quoted = false;
        for (char c : (text + " ").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (Character.isWhitespace(c) && !quoted) {
                cut(token.toString(), tokens);
                token.setLength(0);
            } else {
                token.append(c);
            }
        }
        if (!token.isEmpty()) { // a quotation without an end
            Arrays.stream(token.toString().replace("\"", "").strip().split("\\s+"))
                    .forEach(each -> cut(each, tokens));
        }
        return tokens;
    }

    private static void cut(String word, List<String> tokens) {
        String rest = word;
        while (rest.startsWith("(") || rest.startsWith("-(")) {
            tokens.add(rest.startsWith("(") ? "(" : "-(");
            rest = rest.substring(rest.startsWith("(") ? 1 : 2);
        }
        int closing = 0;
        while (rest.endsWith(")") && !rest.contains("(")) {
            rest = rest.substring(0, rest.length() - 1);
            closing++;
        }
        if (!rest.isEmpty() && !rest.equals("\"\"")) {
            tokens.add(rest);
        }
        for (; closing > 0; closing--) {
            tokens.add(")");
        }
    }
}
