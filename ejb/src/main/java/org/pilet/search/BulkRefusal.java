package org.pilet.search;

import java.util.List;
import java.util.stream.Stream;
import org.pilet.platform.Refusal;

/**
 * Why a gesture on many tickets could not be done on one of them.
 *
 * @param number the ticket's
 * @param key of the text that says it, as a refusal's
 * @param arguments for that text
 */
public record BulkRefusal(String number, String key, List<String> arguments) {

    static BulkRefusal of(String number, Refusal no) {
        return new BulkRefusal(
                number, no.key(), Stream.of(no.arguments()).map(String::valueOf).toList());
    }
}
