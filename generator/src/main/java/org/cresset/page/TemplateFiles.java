package org.cresset.page;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.cresset.edition.Digests;
import org.cresset.problem.Failure;

/**
 * Templates and assets, all read into memory: a template can name no file outside.
 *
 * @param files content by path below {@code templates/}; only {@code .ftlh} files and {@code
 *     assets/}
 * @param digest of all of them
 */
record TemplateFiles(SortedMap<String, byte[]> files, String digest) {
  private static final String ROOT = "templates";

  TemplateFiles {
    files = Collections.unmodifiableSortedMap(files);
  }

  /** The built-in ones, with those of the folders over them, the first folder winning. */
  static TemplateFiles read(List<Path> folders) {
    SortedMap<String, byte[]> files = builtIn();
    for (Path folder : folders.reversed()) {
      if (Files.isDirectory(folder)) {
        files.putAll(folder(folder));
      }
    }
    return new TemplateFiles(files, Digests.of(files));
  }

  /** The assets, by their path in a site. */
  SortedMap<String, byte[]> assets() {
    return files.subMap("assets/", "assets0");
  }

  private static SortedMap<String, byte[]> builtIn() {
    URL url = TemplateFiles.class.getClassLoader().getResource(ROOT);
    if (url == null) {
      throw new IllegalStateException("the program was assembled without its templates");
    }
    try {
      return url.openConnection() instanceof JarURLConnection jar
          ? jar(jar.getJarFile())
          : folder(Path.of(url.toURI()));
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("the built-in templates can't be read", e);
    }
  }

  private static SortedMap<String, byte[]> jar(JarFile jar) throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Enumeration<JarEntry> entries = jar.entries();
    while (entries.hasMoreElements()) {
      JarEntry entry = entries.nextElement();
      if (entry.getName().startsWith(ROOT + "/")) {
        String path = entry.getName().substring(ROOT.length() + 1);
        if (isWanted(path)) {
          try (InputStream in = jar.getInputStream(entry)) {
            files.put(path, in.readAllBytes());
          }
        }
      }
    }
    return files;
  }

  private static SortedMap<String, byte[]> folder(Path folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder.toRealPath())) {
      for (Path file : walk.filter(f -> Files.isRegularFile(f, NOFOLLOW_LINKS)).toList()) {
        String path = folder.toRealPath().relativize(file).toString().replace('\\', '/');
        if (isWanted(path)) {
          files.put(path, Files.readAllBytes(file));
        }
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new Failure(
          Failure.Kind.ENVIRONMENT,
          "the templates in " + folder + " can't be read: " + e.getMessage(),
          "Check that folder, or choose another by --templates.",
          e);
    }
  }

  private static boolean isWanted(String path) {
    return path.endsWith(".ftlh")
        || (path.startsWith("assets/") && path.matches("[a-z0-9._/+-]+[a-z0-9]"));
  }
}
