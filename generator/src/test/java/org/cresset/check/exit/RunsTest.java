package org.cresset.check.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunsTest {
  private static final long[] ODD = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE};

  @Test
  void hasEachHashAtAPlaceOfItsOwnAndNoOther() {
    long[] hashes =
        LongStream.concat(LongStream.range(2, 3_000), new Random(4).longs(20_000)).toArray();
    Runs runs = new Runs(hashes);
    assertThat(LongStream.of(hashes).mapToInt(runs::find).boxed())
        .allMatch(place -> place >= 0 && place < runs.places())
        .doesNotHaveDuplicates();
    assertThat(new Random(5).longs(50_000).filter(other -> runs.find(other) >= 0)).isEmpty();
    for (int size = 1; size < ODD.length; size++) {
      Runs few = new Runs(IntStream.range(0, size).mapToLong(i -> ODD[i]).toArray());
      assertThat(LongStream.of(ODD).limit(size)).allMatch(hash -> few.find(hash) >= 0);
    }
  }

  @Test
  void withoutSome() {
    Runs rest = new Runs(5, 6, 7, 8).without(hash -> hash % 2 == 0);
    assertThat(LongStream.range(0, 10).filter(hash -> rest.find(hash) >= 0))
        .containsExactly(5L, 7L);
    assertThat(rest.without(hash -> true).isEmpty()).isTrue();
  }
}
