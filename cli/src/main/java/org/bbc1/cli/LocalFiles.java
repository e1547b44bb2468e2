package org.bbc1.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** The files of the user. */
final class LocalFiles {

  private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("'_'yyyyMMddHHmmss");

  private LocalFiles() {}

  static byte[] read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new UserErrorException(file + " is a folder");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UserErrorException("there is no file " + file, e);
    } catch (IOException | OutOfMemoryError e) {
      throw new UserErrorException("cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes a new file. If the name is taken, the time is appended to it; nothing is ever
   * overwritten.
   */
  static Path write(Path wanted, byte[] content, LocalDateTime now) {
    try {
      try {
        return Files.write(
            wanted, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      } catch (FileAlreadyExistsException e) {
        Path other = wanted.resolveSibling(wanted.getFileName() + SUFFIX.format(now));
        return Files.write(other, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      }
    } catch (IOException e) {
      throw new UserErrorException("cannot write " + wanted + ": " + e.getMessage(), e);
    }
  }

  static String baseName(Path file) {
    Path name = file.getFileName();
    if (name == null) {
      throw new UserErrorException(file + " is no file name");
    }
    return name.toString();
  }
}
