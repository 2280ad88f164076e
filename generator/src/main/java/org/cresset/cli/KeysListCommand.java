package org.cresset.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cresset.json.Json;
import org.cresset.seal.Certificate;
import org.cresset.seal.KeyStore;
import org.cresset.seal.StoredKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cresset keys list}. */
@Command(
    name = "list",
    description = "Lists the keys of this knowledge base.",
    footer = {"", "Example:", "  cresset keys list --json"})
final class KeysListCommand implements Callable<Integer> {
  @Mixin private final Common common;

  private final Surroundings world;

  KeysListCommand(Surroundings world) {
    this.world = world;
    this.common = new Common(world);
  }

  @Override
  public Integer call() {
    List<StoredKey> keys = KeyStore.open(common.workspace().keys()).list();
    if (common.json) {
      world.out().print(Json.pretty(keys.stream().map(KeysListCommand::json).toList()));
      return ExitStatus.DONE.number();
    }
    for (StoredKey key : keys) {
      world
          .out()
          .println(
              key.fingerprint()
                  + "  "
                  + key.userId()
                  + "  made "
                  + key.created()
                  + key.expires().map(e -> "  expires " + e).orElse("")
                  + key.certificate().revokedAt().map(e -> "  revoked " + e).orElse("")
                  + (key.locked() ? "" : "  without passphrase"));
    }
    if (keys.isEmpty() && !common.quiet) {
      world.out().println("no keys; cresset keys init makes one");
    }
    return ExitStatus.DONE.number();
  }

  static Map<String, Object> json(StoredKey key) {
    Map<String, Object> json = json(key.certificate());
    json.put("locked", key.locked());
    return json;
  }

  static Map<String, Object> json(Certificate key) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("fingerprint", key.fingerprint());
    json.put("user_id", key.userId());
    json.put("created", key.created());
    json.put("expires", key.expires());
    json.put("revoked", key.revokedAt());
    json.put("demonstration", key.demonstration());
    return json;
  }
}
