package org.bbc1.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads docs/seed-api.md. */
public final class SeedApiPage {

  /**
   * One row.
   *
   * @param name full name in the original
   * @param members Java members, relative to {@code org.bbc1}
   * @param plans short names of the issues that bring the rest
   */
  public record Row(String name, List<String> members, List<String> plans) {}

  private static final Pattern PAGE_LEGEND = Pattern.compile("\\| ([a-zA-Z ]+) \\| [A-Z].* \\|");
  private static final Pattern MODULE = Pattern.compile("## (\\S+)");
  private static final Pattern NAME = Pattern.compile("`([\\w.]+)`");
  private static final Pattern MEMBER = Pattern.compile("`([\\w.]+(?:#\\w+)?)`");
  private static final Pattern PLAN = Pattern.compile("planned: ([a-zA-Z ]+)");

  private final List<Row> rows = new ArrayList<>();
  private final List<String> plans = new ArrayList<>();

  private SeedApiPage(List<String> lines) {
    String module = "";
    for (String line : lines) {
      Matcher heading = MODULE.matcher(line);
      Matcher legend = PAGE_LEGEND.matcher(line);
      if (heading.matches()) {
        module = heading.group(1);
      } else if (line.startsWith("| `")) {
        rows.add(row(module, line.split("\\|", -1)));
      } else if (module.isEmpty() && legend.matches()) {
        plans.add(legend.group(1));
      }
    }
  }

  private static Row row(String module, String[] cells) {
    String name = all(NAME, cells[1]).get(0);
    return new Row(module + "." + name, all(MEMBER, cells[2]), all(PLAN, cells[2]));
  }

  private static List<String> all(Pattern pattern, String cell) {
    return pattern.matcher(cell).results().map(result -> result.group(1).trim()).toList();
  }

  /** The page of this project; tests run in the folder of their module. */
  public static SeedApiPage ofProject() {
    return new SeedApiPage(lines(Path.of("..", "docs", "seed-api.md")));
  }

  static SeedApiPage of(String text) {
    return new SeedApiPage(text.lines().toList());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows in order. */
  public List<Row> rows() {
    return rows;
  }

  /** The plans that the legend explains. */
  public List<String> plans() {
    return plans;
  }
}
