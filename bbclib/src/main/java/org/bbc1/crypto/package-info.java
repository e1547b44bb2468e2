/**
 * Keys and signatures: ECDSA over P-256 and secp256k1 on ready digests, by BouncyCastle or, where
 * they load, by faster native libraries. Nothing here knows of transactions or messages.
 */
@NullMarked
package org.bbc1.crypto;

import org.jspecify.annotations.NullMarked;
