package org.bbc1.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.bbc1.id.Id;
import org.jspecify.annotations.Nullable;

/**
 * A message between client and node: fields by key, in their order. Immutable. Fields whose key
 * this protocol does not define are kept under their number so that they can be forwarded. Byte
 * arrays are handed over and given out without a copy; whoever holds one must not change it.
 *
 * <p>In the accessors named {@code opt…} nil counts as absent; the others throw {@link
 * MessageFieldException} for a field that is missing, nil or of another type. A text field may have
 * come as text or as bytes and is read as either.
 */
public final class Message {

  private final Map<Integer, Value> fields;

  Message(Map<Integer, Value> fields) {
    this.fields = Collections.unmodifiableMap(fields);
  }

  /** An empty builder. */
  public static Builder builder() {
    return new Builder(new LinkedHashMap<>());
  }

  /** A builder that begins with this command. */
  public static Builder of(Command command) {
    return builder().put(KeyType.COMMAND, command.number());
  }

  /** A builder that begins with all fields of this message. */
  public Builder toBuilder() {
    return new Builder(new LinkedHashMap<>(fields));
  }

  /** Whether the field is there, be it nil. */
  public boolean has(KeyType key) {
    return fields.containsKey(key.number());
  }

  /** The field, or null if it is not there. */
  public @Nullable Value get(KeyType key) {
    return fields.get(key.number());
  }

  /** All fields by the number of their key, in order, unknown ones included. */
  public Map<Integer, Value> fields() {
    return fields;
  }

  /** Number of fields, unknown ones included. */
  public int size() {
    return fields.size();
  }

  /** The fields whose keys the protocol does not define, by number, in order. */
  public Map<Integer, Value> unknownFields() {
    Map<Integer, Value> unknown = new LinkedHashMap<>(fields);
    unknown.keySet().removeIf(number -> KeyType.ofNumber(number) != null);
    return Collections.unmodifiableMap(unknown);
  }

  /**
   * The number in the field {@code command}; empty if it is missing or no integer of a usable size.
   */
  public OptionalInt commandNumber() {
    return get(KeyType.COMMAND) instanceof Value.Int number && number.bits() == (int) number.bits()
        ? OptionalInt.of((int) number.bits())
        : OptionalInt.empty();
  }

  /** The bytes of a byte string or text. */
  public byte[] bytes(KeyType key) {
    return required(key, optBytes(key));
  }

  /** The bytes of a byte string or text, or null. */
  public byte @Nullable [] optBytes(KeyType key) {
    Value value = present(key);
    return value == null ? null : Values.bytes(key, value);
  }

  /** The text of a byte string or text, malformed UTF-8 replaced. */
  public String text(KeyType key) {
    return required(key, optText(key));
  }

  /** The text of a byte string or text, or null. */
  public @Nullable String optText(KeyType key) {
    byte[] bytes = optBytes(key);
    return bytes == null ? null : new Value.Text(bytes).string();
  }

  /** A number that fits into a long. */
  public long integer(KeyType key) {
    Value value = required(key, present(key));
    return Values.integer(key, value);
  }

  /** A number that fits into a long, or empty. */
  public OptionalLong optInteger(KeyType key) {
    Value value = present(key);
    return value == null ? OptionalLong.empty() : OptionalLong.of(Values.integer(key, value));
  }

  /** A truth value, or empty. */
  public Optional<Boolean> optBool(KeyType key) {
    Value value = present(key);
    return value == null ? Optional.empty() : Optional.of(Values.bool(key, value));
  }

  /** The id that {@code type} makes of the bytes; a wrong length is an ill-typed field. */
  public <I> I id(KeyType key, Function<byte[], I> type) {
    return required(key, optId(key, type));
  }

  /** The id that {@code type} makes of the bytes, or null; a wrong length is an ill-typed field. */
  public <I> @Nullable I optId(KeyType key, Function<byte[], I> type) {
    byte[] bytes = optBytes(key);
    if (bytes == null) {
      return null;
    }
    try {
      return type.apply(bytes);
    } catch (IllegalArgumentException e) {
      throw new MessageFieldException(key, e);
    }
  }

  /** A list of byte strings; empty if the field is absent or nil. */
  public List<byte[]> bytesList(KeyType key) {
    Value value = present(key);
    return value == null ? List.of() : Values.bytesList(key, value);
  }

  /** A list of lists of byte strings; empty if the field is absent or nil. */
  public List<List<byte[]>> bytesTree(KeyType key) {
    Value value = present(key);
    if (value == null) {
      return List.of();
    }
    List<List<byte[]>> tree = new ArrayList<>();
    for (Value level : Values.list(key, value).items()) {
      tree.add(Values.bytesList(key, level));
    }
    return Collections.unmodifiableList(tree);
  }

  /**
   * A map from ids to byte strings, in order; empty if the field is absent or nil. Entries whose
   * value is nil are left out, for they stand for a file that was not sent.
   */
  public <I> Map<I, byte[]> bytesMap(KeyType key, Function<byte[], I> type) {
    Value value = present(key);
    return value == null ? Map.of() : Values.bytesMap(key, value, type);
  }

  private @Nullable Value present(KeyType key) {
    Value value = get(key);
    return value instanceof Value.Nil ? null : value;
  }

  private static <T> T required(KeyType key, @Nullable T value) {
    if (value == null) {
      throw new MessageFieldException(key, "missing");
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message message && fields.equals(message.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /** Command and names of the fields; no contents, which may be confidential and large. */
  @Override
  public String toString() {
    List<String> names = new ArrayList<>();
    for (Integer number : fields.keySet()) {
      KeyType key = KeyType.ofNumber(number);
      names.add(key == null ? String.format("%08x", number) : key.name());
    }
    OptionalInt command = commandNumber();
    return "Message" + (command.isPresent() ? " " + command.getAsInt() : "") + names;
  }

  /**
   * Collects the fields of a message. A field put twice keeps its first place and its last value.
   */
  public static final class Builder {

    private final Map<Integer, Value> fields;

    private Builder(Map<Integer, Value> fields) {
      this.fields = fields;
    }

    public Builder put(KeyType key, Value value) {
      fields.put(key.number(), value);
      return this;
    }

    public Builder put(KeyType key, byte[] value) {
      return put(key, new Value.Bytes(value));
    }

    public Builder put(KeyType key, long value) {
      return put(key, Values.integer(value));
    }

    public Builder put(KeyType key, boolean value) {
      return put(key, new Value.Bool(value));
    }

    /** Puts a text in the form in which nodes send it, as its UTF-8 bytes. */
    public Builder put(KeyType key, String value) {
      return put(key, Value.Bytes.ofText(value));
    }

    public Builder put(KeyType key, Id value) {
      return put(key, value.toByteArray());
    }

    public Builder put(KeyType key, List<byte[]> value) {
      return put(key, Values.listOfBytes(value));
    }

    public Builder put(KeyType key, Map<? extends Id, byte[]> value) {
      return put(key, Values.mapOfBytes(value));
    }

    /** Puts a list of lists of byte strings. */
    public Builder putTree(KeyType key, List<List<byte[]>> levels) {
      List<Value> items = new ArrayList<>(levels.size());
      levels.forEach(level -> items.add(Values.listOfBytes(level)));
      return put(key, new Value.ListValue(items));
    }

    public Builder putNil(KeyType key) {
      return put(key, Value.nil());
    }

    /** Puts the id, or nil if there is none. */
    public Builder putOrNil(KeyType key, @Nullable Id value) {
      return value == null ? putNil(key) : put(key, value);
    }

    /** Puts the value if there is one. */
    public Builder putIfPresent(KeyType key, @Nullable Value value) {
      return value == null ? this : put(key, value);
    }

    /** Puts a field by the number of its key, known or not. */
    public Builder putByNumber(int number, Value value) {
      fields.put(number, value);
      return this;
    }

    public Builder remove(KeyType key) {
      fields.remove(key.number());
      return this;
    }

    /** The message. The builder may be used further; the message does not change. */
    public Message build() {
      return new Message(new LinkedHashMap<>(fields));
    }
  }
}
