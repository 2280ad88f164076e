package org.cresset.testkit;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The program under test as a user has it: one jar to start, made of the classes just compiled
 * (never of an older build), with its libraries beside it, readable by every user.
 */
final class Program {
  /** Of the class path of the tests; the program needs none of these. */
  private static final String OF_TESTS_ONLY =
      ".*(playwright|driver|junit|assertj|archunit|google-java-format|byte-buddy|gson|jing-|validator-|reload4j"
          + "|jetty|[sS]axon|icu4j|htmlunit|fileupload|commons-logging|isorelax|javax[.]json).*";

  private Program() {}

  /** Made once for all tests of a run. */
  static Path jar() {
    return Made.JAR;
  }

  private static final class Made {
    static final Path JAR = make();
  }

  private static Path make() {
    try {
      Path dir = Files.createTempDirectory("cresset-program");
      dir.toFile().setReadable(true, false);
      dir.toFile().setExecutable(true, false);
      Path libraries = Files.createDirectory(dir.resolve("lib"));
      List<Path> folders = new ArrayList<>();
      StringBuilder names = new StringBuilder();
      for (Path entry : classPath()) {
        if (Files.isDirectory(entry)) {
          folders.add(entry);
        } else if (!entry.toString().matches(OF_TESTS_ONLY) && Files.isRegularFile(entry)) {
          unsigned(
              Files.copy(
                  entry,
                  libraries.resolve(entry.getFileName()),
                  StandardCopyOption.REPLACE_EXISTING));
          names.append("lib/").append(entry.getFileName()).append(' ');
        }
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Trees.remove(dir)));
      return pack(dir.resolve("cresset-all.jar"), folders, names.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As in the program that users have; classes of signed jars can't be shared between runs. */
  private static void unsigned(Path jar) throws IOException {
    try (FileSystem zip = FileSystems.newFileSystem(jar)) {
      Path meta = zip.getPath("META-INF");
      if (Files.isDirectory(meta)) {
        try (Stream<Path> files = Files.list(meta)) {
          for (Path file :
              files.filter(f -> f.toString().matches(".*[.](SF|RSA|DSA|EC)")).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private static List<Path> classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(all.split(File.pathSeparator)).map(Path::of).toList();
  }

  private static Path pack(Path jar, List<Path> folders, String classPath) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "org.cresset.cli.Main");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath.strip());
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out, manifest)) {
      for (Path folder : folders) {
        if (Files.exists(folder.resolve("org/cresset/cli/Main.class"))) {
          add(folder, packed);
        }
      }
    }
    return jar;
  }

  private static void add(Path folder, JarOutputStream packed) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(p -> !p.equals(folder)).sorted().toList()) {
        String name = folder.relativize(path).toString();
        if (name.startsWith("META-INF")) {
          continue;
        }
        packed.putNextEntry(new JarEntry(Files.isDirectory(path) ? name + "/" : name));
        if (Files.isRegularFile(path)) {
          Files.copy(path, packed);
        }
        packed.closeEntry();
      }
    }
  }
}
