package org.cresset.release;

import java.nio.file.Path;
import java.util.function.Function;
import org.cresset.seal.Certificate;

/**
 * Something that somebody does to a release on its way to a reader.
 *
 * @param what in a few words, for the manual
 * @param done to a copy of the newest release
 * @param pinned the key that the reader holds
 * @param lastSeen the release that the reader saw last; 0: none
 * @param kind what {@code cresset verify} finds
 */
record Attack(
    String what, Deed done, Function<Scene, Certificate> pinned, int lastSeen, Finding.Kind kind) {

  /** May change the tree, or give another one. */
  interface Deed {
    Path to(Path tree, Scene scene) throws Exception;
  }

  /** Changes the tree in place. */
  interface Change {
    void in(Path tree, Scene scene) throws Exception;
  }

  static Attack of(String what, Finding.Kind kind, Change change) {
    return new Attack(
        what,
        (tree, scene) -> {
          change.in(tree, scene);
          return tree;
        },
        Scene::key,
        0,
        kind);
  }

  Attack before(Function<Scene, Certificate> held) {
    return new Attack(what, done, held, lastSeen, kind);
  }

  Attack after(int release) {
    return new Attack(what, done, pinned, release, kind);
  }

  @Override
  public String toString() {
    return what;
  }
}
