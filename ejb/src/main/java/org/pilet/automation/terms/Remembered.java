package org.pilet.automation.terms;

import java.util.function.Supplier;

/** Asks once, the first time that anybody wants to know, and remembers the answer. For one thread. */
public final class Remembered<T> implements Supplier<T> {

    private Supplier<T> source;
    private T answer;

    private Remembered(Supplier<T> source) {
        this.source = source;
    }

    public static <T> Supplier<T> of(Supplier<T> source) {
        return source instanceof Remembered ? source : new Remembered<>(source);
    }

    @Override
    public T get() {
        if (source != null) {
            answer = source.get();
            source = null;
        }
        return answer;
    }
}
