package org.bbc1.documentation;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * The Java blocks of a page in Markdown, as one program: imports, then statements in one method.
 * What a line shall print stands behind it: {@code // prints true}.
 */
public final class JavaPage {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```");
  private static final Pattern PRINTS = Pattern.compile("// prints (.*)");

  private final String name;
  private final List<String> lines = new ArrayList<>();

  private JavaPage(String name, String markdown) {
    this.name = name;
    Matcher block = BLOCK.matcher(markdown);
    while (block.find()) {
      block.group(1).lines().forEach(lines::add);
    }
  }

  /** A page of the project, by its path from the root; tests run in the folder of their module. */
  public static JavaPage ofProject(String name, String path) throws IOException {
    return of(name, Files.readString(Path.of("..").resolve(path), StandardCharsets.UTF_8));
  }

  static JavaPage of(String name, String markdown) {
    return new JavaPage(name, markdown);
  }

  /** Puts another text in the place of each occurrence of one. */
  public JavaPage with(String text, String replacement) {
    lines.replaceAll(line -> line.replace(text, replacement));
    return this;
  }

  /** What the page says that is printed, line by line. */
  public List<String> announced() {
    return lines.stream()
        .map(PRINTS::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1).strip())
        .toList();
  }

  private String source(String parameters) {
    String imports = lines.stream().filter(JavaPage::isImport).collect(joining("\n"));
    String statements =
        lines.stream()
            .filter(line -> !isImport(line))
            .map(line -> line.replace("System.out.println(", "printed.add(\"\" + "))
            .collect(joining("\n"));
    return """
        %s
        public final class %s {
          public static void run(java.util.List<String> printed%s) throws Exception {
            %s
          }
        }
        """
        .formatted(imports, name, parameters, statements);
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }

  /**
   * Compiles the page.
   *
   * @param folder for source and class file
   * @param parameters of the method, for variables the page takes for granted; begins with a comma
   */
  void compile(Path folder, String parameters) throws IOException {
    Path file = folder.resolve(name + ".java");
    Files.writeString(file, source(parameters), StandardCharsets.UTF_8);
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    int faults =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                messages,
                messages,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                file.toString());
    if (faults != 0) {
      throw new IllegalStateException(
          name + " does not compile:\n" + messages.toString(StandardCharsets.UTF_8));
    }
  }

  /** Compiles and runs the page; gives what it prints. */
  public List<String> run(Path folder) throws Exception {
    compile(folder, "");
    List<String> printed = new ArrayList<>();
    URL[] path = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, JavaPage.class.getClassLoader())) {
      loader.loadClass(name).getMethod("run", List.class).invoke(null, printed);
    }
    return printed;
  }
}
