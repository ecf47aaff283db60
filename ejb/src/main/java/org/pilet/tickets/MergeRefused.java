package org.pilet.tickets;

import org.pilet.platform.Refusal;

/** These tickets cannot be merged, or this merge cannot be undone any more; the key says why. */
public class MergeRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private MergeRefused(String key, Object... arguments) {
        super(Kind.CONFLICT, key, arguments);
    }

    static MergeRefused same() {
        return new MergeRefused("refusal.merge.same");
    }

    static MergeRefused targetGone(String number) {
        return new MergeRefused("refusal.merge.targetGone", number);
    }

    static MergeRefused undone() {
        return new MergeRefused("refusal.merge.undone");
    }

    static MergeRefused tooOld(long days) {
        return new MergeRefused("refusal.merge.tooOld", days);
    }

    static MergeRefused wentOn(String number) {
        return new MergeRefused("refusal.merge.wentOn", number);
    }
}
