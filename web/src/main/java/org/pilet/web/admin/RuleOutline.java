package org.pilet.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The tree of a rule's conditions as an outline: lines with a depth, which a page can show one beneath the other. */
public class RuleOutline implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 4;

    /** How a group joins its lines. */
    public enum Join {
        ALL,
        ANY,
        NONE
    }

    /** A group of lines, or one condition. */
    public static class Entry implements Serializable {

        private static final long serialVersionUID = 1L;

        private final int depth;
        private final RuleLine line;
        private Join join;

        Entry(int depth, Join join, RuleLine line) {
            this.depth = depth;
            this.join = join;
            this.line = line;
        }

        public int getDepth() {
            return depth;
        }

        public boolean isGroup() {
            return line == null;
        }

        public boolean isDividable() {
            return isGroup() && depth < DEEPEST;
        }

        public RuleLine getLine() {
            return line;
        }

        public Join getJoin() {
            return join;
        }

        public void setJoin(Join join) {
            this.join = join;
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    static RuleOutline of(JsonObject tree) {
        RuleOutline outline = new RuleOutline();
        if (tree.containsKey("all") || tree.containsKey("any")) {
            outline.read(tree, 0);
        } else {
            outline.entries.add(new Entry(0, Join.ALL, null));
            if (!tree.isEmpty()) {
                outline.read(tree, 1);
            }
        }
        return outline;
    }

    public List<Entry> getEntries() {
        return entries;
    }

    void addCondition(int group) {
        entries.add(end(group), new Entry(entries.get(group).depth + 1, null, new RuleLine()));
    }

    void addGroup(int group) {
        int at = end(group);
        entries.add(at, new Entry(entries.get(group).depth + 1, Join.ANY, null));
        entries.add(at + 1, new Entry(entries.get(group).depth + 2, null, new RuleLine()));
    }

    /** With all that is beneath it. The outermost group stays. */
    void remove(int at) {
        if (at > 0) {
            entries.subList(at, end(at)).clear();
        }
    }

    JsonObject json(Function<RuleLine, JsonObject> condition) {
        return json(0, condition);
    }

    private JsonObject json(int at, Function<RuleLine, JsonObject> condition) {
        Entry entry = entries.get(at);
        if (!entry.isGroup()) {
            return condition.apply(entry.line);
        }
        JsonArrayBuilder parts = Json.createArrayBuilder();
        int count = 0;
        for (int child = at + 1; child < end(at); child = end(child)) {
            parts.add(json(child, condition));
            count++;
        }
        boolean all = entry.join == Join.ALL || count == 0;
        JsonObject joined =
                Json.createObjectBuilder().add(all ? "all" : "any", parts).build();
        return entry.join == Join.NONE && count > 0
                ? Json.createObjectBuilder().add("not", joined).build()
                : joined;
    }

    /** Behind the entry and all beneath it. */
    private int end(int at) {
        int end = at + 1;
        while (end < entries.size() && entries.get(end).depth > entries.get(at).depth) {
            end++;
        }
        return end;
    }

    private void read(JsonObject tree, int depth) {
        if (tree.containsKey("all") || tree.containsKey("any")) {
            boolean all = tree.containsKey("all");
            entries.add(new Entry(depth, all ? Join.ALL : Join.ANY, null));
            tree.getJsonArray(all ? "all" : "any").forEach(part -> read(part.asJsonObject(), depth + 1));
        } else if (tree.containsKey("not")) {
            entries.add(new Entry(depth, Join.NONE, null));
            JsonObject part = tree.getJsonObject("not");
            if (part.containsKey("any")) {
                part.getJsonArray("any").stream().map(JsonValue::asJsonObject).forEach(each -> read(each, depth + 1));
            } else {
                read(part, depth + 1);
            }
        } else {
            entries.add(new Entry(depth, null, RuleLine.of(tree)));
        }
    }
}
