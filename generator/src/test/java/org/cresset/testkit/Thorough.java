package org.cresset.testkit;

/** How much is tried in a run: little at a desk, much where all tools are required. */
public final class Thorough {
  private Thorough() {}

  /**
   * How many cases to try.
   *
   * @param property a system property that says it
   * @param few otherwise
   * @param many otherwise, where the environment has {@code CRESSET_REQUIRE_TOOLS=1}
   */
  public static int cases(String property, int few, int many) {
    boolean thorough = "1".equals(System.getenv("CRESSET_REQUIRE_TOOLS"));
    return Integer.getInteger(property, thorough ? many : few);
  }
}
