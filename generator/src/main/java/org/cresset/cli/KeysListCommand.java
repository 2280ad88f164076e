package org.cresset.cli;

import java.time.Instant;
import java.util.ArrayList;
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
    description = "Lists the keys of this knowledge base, each with its subkeys.",
    footer = {
      "",
      "Below each key stand its primary key and subkeys: what each may do (certify, sign, encrypt), whether",
      "it is valid, until when, and whether its secret is kept elsewhere. A key that gpg keeps is not",
      "listed: gpg --list-secret-keys.",
      "",
      "Examples:",
      "  cresset keys list",
      "  cresset keys list --json",
    })
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
    Instant now = common.asOf();
    if (common.json) {
      world.out().print(Json.pretty(keys.stream().map(k -> json(k, now)).toList()));
      return ExitStatus.DONE.number();
    }
    for (StoredKey key : keys) {
      print(key, now);
    }
    if (keys.isEmpty() && !common.quiet) {
      world.out().println("no keys; cresset keys init makes one");
    }
    return ExitStatus.DONE.number();
  }

  private void print(StoredKey key, Instant now) {
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
    for (Certificate.Key one : key.certificate().keys()) {
      world
          .out()
          .println(
              "  "
                  + one.fingerprint()
                  + "  "
                  + String.join(", ", one.uses())
                  + "  "
                  + one.status(now)
                  + one.expires().map(e -> "  until " + e).orElse("")
                  + (key.elsewhere().contains(one.fingerprint()) ? "  secret elsewhere" : ""));
    }
  }

  /** The same with the state of each key in it at a time. */
  private static Map<String, Object> json(StoredKey key, Instant at) {
    Map<String, Object> json = json(key);
    List<Map<String, Object>> all = new ArrayList<>();
    for (Certificate.Key one : key.certificate().keys()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("fingerprint", one.fingerprint());
      each.put("uses", one.uses());
      each.put("status", one.status(at).replace(' ', '-'));
      each.put("created", one.created());
      each.put("expires", one.expires());
      each.put("revoked", one.revoked());
      each.put("secret_here", !key.elsewhere().contains(one.fingerprint()));
      all.add(each);
    }
    json.put("keys", all);
    return json;
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
