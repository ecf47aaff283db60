package org.pilet.channels.mail.secure;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes the multiparts that RFC 1847 puts around an entity. */
final class Entities {

    private Entities() {}

    static byte[] signed(
            byte[] entity, String signatureType, String protocol, String digest, String signature, String name) {
        String boundary = boundary();
        ByteArrayOutputStream out = new ByteArrayOutputStream(entity.length + signature.length() + 1024);
        boolean binary = signature.indexOf("-----BEGIN") < 0;
        write(
                out,
                "Content-Type: multipart/signed; protocol=\"" + protocol + "\";\r\n micalg=" + digest + "; boundary=\""
                        + boundary + "\"\r\n\r\n--" + boundary + "\r\n");
        out.writeBytes(entity);
        write(
                out,
                "\r\n--" + boundary + "\r\nContent-Type: " + signatureType + "\r\n"
                        + (binary ? "Content-Transfer-Encoding: base64\r\n" : "")
                        + "Content-Disposition: attachment; filename=\""
                        + name + "\"\r\n\r\n" + signature + "\r\n--" + boundary + "--\r\n");
        return out.toByteArray();
    }

    static byte[] encrypted(String armored) {
        String boundary = boundary();
        return ("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\";\r\n boundary=\"" + boundary
                        + "\"\r\n\r\n--" + boundary
                        + "\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--" + boundary
                        + "\r\nContent-Type: application/octet-stream; name=\"encrypted.asc\"\r\n"
                        + "Content-Disposition: inline; filename=\"encrypted.asc\"\r\n\r\n"
                        + SignedBytes.wire(armored) + "\r\n--" + boundary + "--\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String boundary() {
        return "=_" + UUID.randomUUID();
    }

    private static void write(ByteArrayOutputStream out, String lines) {
        out.writeBytes(lines.getBytes(StandardCharsets.ISO_8859_1));
    }
}
