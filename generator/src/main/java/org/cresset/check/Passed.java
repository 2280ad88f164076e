package org.cresset.check;

/**
 * Remembers from run to run what rules looked at and found nothing in. Only a shortcut: what it
 * does not know is looked at again.
 */
public interface Passed {
  /** Remembers nothing. */
  Passed NOTHING =
      new Passed() {
        @Override
        public boolean contains(String inputs) {
          return false;
        }

        @Override
        public void add(String inputs) {}
      };

  /**
   * Whether it was {@linkplain #add added}; what nobody asks for in a run is forgotten after it.
   *
   * @param inputs all that the verdict of a rule depends on, but for the program
   */
  boolean contains(String inputs);

  void add(String inputs);
}
