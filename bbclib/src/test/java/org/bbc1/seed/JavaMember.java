package org.bbc1.seed;

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Java member as docs/seed-api.md names it, such as {@code transaction.Asset#pack}. */
public record JavaMember(String name) {

  private static final Pattern LIBRARY =
      Pattern.compile("(id|crypto|error|message|client|transaction)\\..*");
  private static final List<String> NUMBER_METHODS = List.of("number", "keyType", "code");

  /** Whether it belongs to the library, whose names must be public. */
  public boolean isOfLibrary() {
    return LIBRARY.matcher(name).matches();
  }

  /** Whether the class, and the method or field if one is named, can be found. */
  public boolean exists() {
    Optional<Class<?>> owner = owner();
    if (owner.isEmpty() || !isVisible(owner.get().getModifiers())) {
      return false;
    }
    return name.indexOf('#') < 0
        || members(owner.get())
            .anyMatch(m -> m.getName().equals(memberName()) && isVisible(m.getModifiers()));
  }

  /** The number that a constant is or stands for; empty if this is no static field. */
  Optional<Number> number() throws ReflectiveOperationException {
    Optional<Field> field =
        owner().stream()
            .flatMap(type -> Arrays.stream(type.getFields()))
            .filter(f -> f.getName().equals(memberName()) && Modifier.isStatic(f.getModifiers()))
            .findFirst();
    return field.isEmpty() ? Optional.empty() : Optional.of(numberOf(field.get().get(null)));
  }

  private static Number numberOf(Object value) throws ReflectiveOperationException {
    if (value instanceof Number number) {
      return number;
    }
    for (Method method : value.getClass().getMethods()) {
      if (NUMBER_METHODS.contains(method.getName()) && method.getParameterCount() == 0) {
        return (Number) method.invoke(value);
      }
    }
    throw new NoSuchMethodException(value + " stands for no number");
  }

  /** What a program that uses the library can call or override. */
  private boolean isVisible(int modifiers) {
    return isOfLibrary()
        ? Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers)
        : !Modifier.isPrivate(modifiers);
  }

  private static Stream<Member> members(Class<?> type) {
    return Stream.of(
            type.getMethods(),
            type.getDeclaredMethods(),
            type.getFields(),
            type.getDeclaredFields())
        .flatMap(Arrays::stream);
  }

  private String memberName() {
    return name.substring(name.indexOf('#') + 1);
  }

  /** The class; a nested one is named with a dot, as in source code. */
  private Optional<Class<?>> owner() {
    String type = "org.bbc1." + name.replaceFirst("#.*", "");
    while (true) {
      try {
        return Optional.of(Class.forName(type, false, JavaMember.class.getClassLoader()));
      } catch (ClassNotFoundException e) {
        int dot = type.lastIndexOf('.');
        if (dot < 0 || Character.isLowerCase(type.charAt(dot + 1))) {
          return Optional.empty();
        }
        type = type.substring(0, dot) + "$" + type.substring(dot + 1);
      }
    }
  }
}
