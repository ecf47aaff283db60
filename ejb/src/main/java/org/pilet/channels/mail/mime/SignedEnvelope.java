package org.pilet.channels.mail.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.bouncycastle.cms.CMSCompressedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;

/**
 * What S/MIME wraps without hiding it: a part signed in one piece with its signature, or compressed. Here it is only
 * unwrapped; whether the signature holds is said elsewhere.
 */
final class SignedEnvelope {

    private static final Set<String> TYPES = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    private static final long LARGEST = 64L << 20;

    private SignedEnvelope() {}

    static boolean is(PartHead head) {
        String name = head.fileName() == null ? "" : head.fileName().toLowerCase(Locale.ROOT);
        return TYPES.contains(head.type())
                || (head.type().equals("application/octet-stream")
                        && (name.equals("smime.p7m") || name.equals("smime.p7z")));
    }

    // The library reports malformed input by whatever exception it trips over; such an envelope stays a file.

    /** The MIME entity within, or null if the bytes hold none that can be read without a key. */
    static byte[] content(byte[] envelope) {
        try {
            CMSTypedData content = new CMSSignedData(envelope).getSignedContent();
            if (content == null) {
                return null;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.write(out);
            return out.toByteArray();
        } catch (CMSException | IOException | RuntimeException notSigned) {
            return expanded(envelope);
        }
    }

    private static byte[] expanded(byte[] envelope) {
        try {
            return new CMSCompressedData(envelope).getContent(new ZlibExpanderProvider(LARGEST));
        } catch (CMSException | RuntimeException notCompressed) {
            return null;
        }
    }
}
