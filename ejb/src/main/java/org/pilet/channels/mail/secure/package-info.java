/**
 * S/MIME and OpenPGP: what of a mail was signed and whether that holds, opening what was encrypted to us, signing and
 * encrypting what we send. Pure: keys and mails come in, bytes and findings go out. Decided: a finding says only what was
 * checked, each thing for itself (does the signature hold, does the house trust the key, is it the author's, does it
 * cover all there is to read); nothing here decides what becomes of a mail.
 */
package org.pilet.channels.mail.secure;
