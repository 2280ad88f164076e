package org.cresset.search;

import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Scripts that are made only if one is asked for after all. Safe for several threads. */
final class Again {
  private final Supplier<SortedMap<String, Shards.Shard>> making;
  private Optional<SortedMap<String, Shards.Shard>> made = Optional.empty();

  Again(Supplier<SortedMap<String, Shards.Shard>> making) {
    this.making = making;
  }

  synchronized byte[] script(String path) {
    SortedMap<String, Shards.Shard> all = made.orElseGet(making);
    made = Optional.of(all);
    return Optional.ofNullable(all.get(path)).orElseThrow().script();
  }
}
