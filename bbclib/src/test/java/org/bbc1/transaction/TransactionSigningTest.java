package org.bbc1.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.bbc1.crypto.KeyPair;
import org.bbc1.crypto.SignatureEngine;
import org.bbc1.crypto.SignatureEngines;
import org.bbc1.id.AssetGroupId;
import org.bbc1.id.UserId;
import org.junit.jupiter.api.Test;

/** Signatures over finished transactions, as somebody makes them who is asked to sign. */
class TransactionSigningTest {

  private static final SignatureEngine ENGINE = SignatureEngines.fastest();

  private final TestTransactions make = new TestTransactions(51);
  private final AssetGroupId group = make.assetGroup();
  private final UserId alice = make.user();
  private final KeyPair keys = make.keyPairOf(alice);

  private Transaction unsigned() {
    TransactionBuilder builder = make.builder().witness(alice);
    builder.addRelation().assetGroup(group).asset(make.asset(alice));
    return builder.build();
  }

  @Test
  void aSignatureIsGivenOutAndPutIntoNoSlot() {
    Transaction transaction = unsigned();

    Signature signature = transaction.sign(keys);

    assertThat(signature.verify(ENGINE, transaction.digest())).isTrue();
    assertThat(signature.publicKey()).isEqualTo(keys.publicKey());
    assertThat(transaction.signatures()).containsExactly(Signature.EMPTY);
  }

  @Test
  void theFormOfThePublicKeyIsTheSignersChoice() {
    assertThat(unsigned().sign(keys.withCompressedPublicKey()).publicKey())
        .isEqualTo(keys.publicKey(true));
  }

  @Test
  void aSignatureWithoutPublicKeyVerifiesWithTheKeyOfTheSignerOnly() {
    Transaction transaction = unsigned();

    Signature signature = transaction.signWithoutPublicKey(keys);

    assertThat(signature.hasPublicKey()).isFalse();
    assertThat(signature.verify(ENGINE, transaction.digest())).isFalse();
    assertThat(signature.verify(ENGINE, transaction.digest(), keys.publicKey())).isTrue();
    assertThat(signature.verify(ENGINE, transaction.digest(), make.keyPair().publicKey()))
        .isFalse();
  }

  @Test
  void aCollectorSignsWithoutPublicKey() {
    SignatureCollector collector = new SignatureCollector(unsigned());

    assertThat(collector.signWithoutPublicKey(alice, keys)).isTrue();
    assertThat(collector.signWithoutPublicKey(make.user(), keys)).isFalse();
    Signature signature = collector.transaction().signatures().get(0);
    assertThat(signature.hasPublicKey()).isFalse();
    assertThat(signature.verify(ENGINE, collector.transaction().digest(), keys.publicKey()))
        .isTrue();
  }

  @Test
  void aReferenceShowsTheTransactionItRefersTo() {
    Transaction earlier = make.withEvent(group, alice);
    TransactionBuilder builder = make.builder();

    assertThat(builder.addReference(group, earlier, 0).referredTransaction()).isEqualTo(earlier);
    SignatureCollector collector = new SignatureCollector(builder.build());
    assertThat(collector.reference(0, earlier).referredTransaction()).isEqualTo(earlier);
  }
}
