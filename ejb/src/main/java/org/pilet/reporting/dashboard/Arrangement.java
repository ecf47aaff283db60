package org.pilet.reporting.dashboard;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pilet.platform.InvalidInput;

/** Tiles in their order, each at most once. What is asked of a tile that is not there changes nothing. */
public record Arrangement(List<Tile> tiles) implements Serializable {

    /** What everybody has until somebody arranges otherwise. */
    public static final Arrangement OF_THE_HOUSE = new Arrangement(Stream.of(
                    Widget.VIEWS,
                    Widget.MY_DAY,
                    Widget.NEWS,
                    Widget.AT_RISK,
                    Widget.MINE,
                    Widget.TASKS,
                    Widget.DRAFTS,
                    Widget.RECENT,
                    Widget.TEAM_LOAD)
            .map(Tile::of)
            .toList());

    private static final int MOST = 24;

    public Arrangement {
        tiles = List.copyOf(tiles);
        if (tiles.size() > MOST) {
            throw new InvalidInput("tiles", "tooLong", MOST);
        }
        if (tiles.stream().map(Tile::key).distinct().count() < tiles.size()) {
            throw new InvalidInput("tiles", "taken", "");
        }
    }

    /** Puts a tile so many places later, or earlier when negative; at an end it stays. */
    public Arrangement moved(String key, int places) {
        return find(key)
                .map(tile -> {
                    List<Tile> moved = new ArrayList<>(tiles);
                    int at = moved.indexOf(tile);
                    moved.remove(at);
                    moved.add(Math.max(0, Math.min(moved.size(), at + places)), tile);
                    return new Arrangement(moved);
                })
                .orElse(this);
    }

    /** Puts a tile where another stands, which makes room. */
    public Arrangement placed(String key, String where) {
        Optional<Tile> target = find(where);
        if (target.isEmpty() || find(key).isEmpty()) {
            return this;
        }
        return moved(key, tiles.indexOf(target.get()) - tiles.indexOf(find(key).get()));
    }

    /** Gives a tile twice the room, or half of it. */
    public Arrangement resized(String key) {
        return new Arrangement(tiles.stream()
                .map(tile -> tile.key().equals(key) ? tile.resized() : tile)
                .toList());
    }

    public Arrangement without(String key) {
        return new Arrangement(
                tiles.stream().filter(tile -> !tile.key().equals(key)).toList());
    }

    /** With one more at the end. */
    public Arrangement with(Tile tile) {
        return find(tile.key()).isPresent()
                ? this
                : new Arrangement(Stream.concat(tiles.stream(), Stream.of(tile)).toList());
    }

    private Optional<Tile> find(String key) {
        return tiles.stream().filter(tile -> tile.key().equals(key)).findFirst();
    }

    String text() {
        return tiles.isEmpty() ? "-" : tiles.stream().map(Tile::text).collect(Collectors.joining(","));
    }

    /** What is not understood is passed over. */
    static Arrangement read(String text) {
        return new Arrangement(Arrays.stream(text.split(","))
                .flatMap(part -> Tile.read(part).stream())
                .toList());
    }
}
