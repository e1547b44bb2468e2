package org.bbc1.transaction.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bbc1.transaction.codec.DocumentValue.Bool;
import org.bbc1.transaction.codec.DocumentValue.Bytes;
import org.bbc1.transaction.codec.DocumentValue.Document;
import org.bbc1.transaction.codec.DocumentValue.Int;
import org.bbc1.transaction.codec.DocumentValue.Nil;
import org.bbc1.transaction.codec.DocumentValue.Real;
import org.bbc1.transaction.codec.DocumentValue.Text;
import org.junit.jupiter.api.Test;

class JavaValuesTest {

  private static final BigInteger ABOVE_LONG =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private static Map<String, Object> everything() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", "text");
    map.put("a", 7L);
    map.put("large", ABOVE_LONG);
    map.put("real", 0.5);
    map.put("bool", true);
    map.put("nothing", null);
    map.put("bytes", new byte[] {1, 2});
    map.put("time", Instant.ofEpochMilli(1_600_000_000_123L));
    map.put("list", Arrays.asList("x", null, List.of(1L), Map.of("inner", false)));
    return map;
  }

  @Test
  void aMapComesBackWithItsOrderAndValues() {
    Map<String, Object> back = JavaValues.map(JavaValues.document(everything()));

    assertThat(back.keySet()).containsExactlyElementsOf(everything().keySet());
    assertThat(back).usingRecursiveComparison().isEqualTo(everything());
  }

  @Test
  void everyKindHasItsDocumentValue() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("byte", (byte) -1);
    map.put("short", (short) 2);
    map.put("int", 3);
    map.put("float", 1.5f);
    map.put("nothing", null);
    map.put("bool", false);

    assertThat(JavaValues.document(map).entries())
        .containsExactly(
            Map.entry(new Text("byte"), Int.of(-1)),
            Map.entry(new Text("short"), Int.of(2)),
            Map.entry(new Text("int"), Int.of(3)),
            Map.entry(new Text("float"), new Real(1.5)),
            Map.entry(new Text("nothing"), new Nil()),
            Map.entry(new Text("bool"), new Bool(false)));
  }

  @Test
  void longsStayLongsUpToTheirLimits() {
    Map<String, Object> limits =
        Map.of("low", Long.MIN_VALUE, "high", Long.MAX_VALUE, "above", ABOVE_LONG);

    assertThat(JavaValues.map(JavaValues.document(limits))).isEqualTo(limits);
  }

  @Test
  void keysThatAreNoTextAreShownAsText() {
    Document document =
        new Document(
            List.of(
                Map.entry(new Bytes(new byte[] {'k'}), Int.of(1)),
                Map.entry(Int.of(5), Int.of(2)),
                Map.entry(new Nil(), Int.of(3))));

    assertThat(JavaValues.map(document))
        .containsExactlyInAnyOrderEntriesOf(Map.of("k", 1L, "5", 2L, "null", 3L));
  }

  @Test
  void keysThatBecomeOneTextAreRefused() {
    Document document =
        new Document(
            List.of(
                Map.entry(new Bytes(new byte[] {'k'}), Int.of(1)),
                Map.entry(new Text("k"), Int.of(2))));

    assertThatIllegalArgumentException().isThrownBy(() -> JavaValues.map(document));
  }

  @Test
  void whatNoDocumentHoldsIsRefused() {
    for (Object value :
        List.of(new Object(), 'c', BigDecimal.ONE, BigInteger.ONE.shiftLeft(64), Map.of(1, 2))) {
      assertThatIllegalArgumentException()
          .as(value.getClass().getName())
          .isThrownBy(() -> JavaValues.document(Map.of("key", value)));
    }
  }

  @Test
  void nestingIsLimitedSoThatAListInItselfEnds() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);
    assertThatThrownBy(() -> JavaValues.document(Map.of("endless", endless)))
        .isInstanceOf(PackedFormatException.class);
    Map<String, Object> circle = new LinkedHashMap<>();
    circle.put("circle", circle);
    assertThatThrownBy(() -> JavaValues.document(circle)).isInstanceOf(PackedFormatException.class);
  }

  @Test
  void theDeepestNestingThatIsWrittenIsTaken() {
    Object value = List.of();
    for (int depth = 2; depth < DocumentValue.MAXIMUM_NESTING; depth++) {
      value = List.of(value);
    }
    Map<String, Object> deepest = Map.of("list", value);

    byte[] body = MapBodies.encode(JavaValues.document(deepest), Dialect.RAW);

    assertThat(JavaValues.map(MapBodies.decode(body))).isEqualTo(deepest);
    assertThatThrownBy(() -> JavaValues.document(Map.of("map", deepest)))
        .isInstanceOf(PackedFormatException.class);
  }
}
