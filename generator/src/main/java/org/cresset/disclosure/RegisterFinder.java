package org.cresset.disclosure;

import java.net.IDN;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in texts what is registered of organisations: all of it in one pass, however much it is.
 * Safe for several threads once made.
 */
public final class RegisterFinder {
  private static final Pattern MAIL = Pattern.compile("[^@\\s<>\"']+@[^@\\s<>\"',;]+");

  private final TokenTrie<Entry> names = new TokenTrie<>();
  private final TokenTrie<Entry> hosts = new TokenTrie<>();
  private final Telephones telephones = new Telephones();
  private final Addresses addresses = new Addresses();
  private final CommonWords common = CommonWords.read();

  public RegisterFinder(Collection<Registered> organisations) {
    organisations.forEach(this::add);
  }

  private void add(Registered o) {
    for (String name : o.names()) {
      NameEntries.ofName(name, common).forEach(w -> add(o, Sort.NAME, w));
    }
    for (String person : o.people()) {
      NameEntries.ofPerson(person, common).forEach(w -> add(o, Sort.CONTACT, w));
    }
    for (String domain : o.domains()) {
      String plain = domain.replaceFirst("^\\*\\.", "").replaceFirst("\\.$", "");
      host(o, Sort.HOST, plain);
      try {
        host(o, Sort.HOST, IDN.toASCII(plain));
      } catch (IllegalArgumentException e) {
        // What has no form in ASCII can't be written in it.
      }
    }
    o.ranges().forEach(r -> Network.parse(r).ifPresent(n -> addresses.add(o.id(), n)));
    o.reach().forEach(r -> reach(o, Sort.CONTACT, r));
    o.afterHours().forEach(r -> reach(o, Sort.AFTER_HOURS, r));
  }

  private void add(Registered o, Sort sort, NameEntries.Words words) {
    String exact = words.letters() == Entry.Letters.AS_REGISTERED ? words.registered() : "";
    names.add(words.stems(), new Entry(o.id(), sort, exact, words.letters()));
  }

  private void reach(Registered o, Sort sort, String reach) {
    Matcher mail = MAIL.matcher(reach);
    if (mail.find()) {
      host(o, sort, mail.group());
    } else {
      telephones.add(o.id(), sort, reach);
    }
  }

  private void host(Registered o, Sort sort, String host) {
    Tokens words = new Tokens().fill(host);
    long[] hashes = new long[words.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = words.hash(i);
    }
    if (hashes.length > 0) {
      hosts.add(hashes, new Entry(o.id(), sort, Folding.of(host), Entry.Letters.ANY));
    }
  }

  /** The same by place: what names several organisations at once belongs together. */
  public List<List<Hit>> places(Tokens tokens) {
    SortedMap<Integer, List<Hit>> places = new TreeMap<>();
    for (Hit hit : find(tokens)) {
      places.computeIfAbsent(hit.start(), s -> new ArrayList<>()).add(hit);
    }
    return List.copyOf(places.values());
  }

  /** Every place of the text that names one of them; none lies within another. */
  public List<Hit> find(Tokens tokens) {
    Set<Hit> hits = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      names(tokens, i, hits);
      hosts(tokens, i, hits);
      if (tokens.isNumber(i)) {
        telephones.find(tokens, i, hits);
      }
      addresses.find(tokens, i, hits);
    }
    return outermost(hits).stream()
        .map(h -> h.sort() == Sort.HOST ? h.from(Hosts.start(tokens.text(), h.start())) : h)
        .sorted(Comparator.comparing(Hit::start).thenComparing(Hit::organisation))
        .toList();
  }

  /** Those that lie in no other; the same place may be named by several. */
  private static List<Hit> outermost(Set<Hit> hits) {
    List<Hit> sorted = new ArrayList<>(hits);
    sorted.sort(
        Comparator.comparing(Hit::start).thenComparing(Hit::end, Comparator.reverseOrder()));
    List<Hit> outermost = new ArrayList<>();
    for (Hit hit : sorted) {
      Hit last = outermost.isEmpty() ? hit : outermost.getLast();
      if (!last.contains(hit)) {
        outermost.add(hit);
      }
    }
    return outermost;
  }

  private void names(Tokens tokens, int from, Set<Hit> hits) {
    int node = names.step(TokenTrie.ROOT, tokens.stem(from));
    int at = from;
    while (node != TokenTrie.NONE) {
      for (Entry entry : names.at(node)) {
        if (Spelling.fits(tokens, from, at, entry)) {
          hits.add(new Hit(tokens.start(from), tokens.end(at), entry.organisation(), entry.sort()));
        }
      }
      int next = TokenTrie.NONE;
      do {
        at++;
        if (at == tokens.size() || !Spelling.mayPart(tokens.gap(at - 1))) {
          return;
        }
        next = names.step(node, tokens.stem(at));
      } while (next == TokenTrie.NONE && NameEntries.isFiller(tokens.stem(at)));
      node = next;
    }
  }

  private void hosts(Tokens tokens, int from, Set<Hit> hits) {
    int node = hosts.step(TokenTrie.ROOT, tokens.hash(from));
    int at = from;
    while (node != TokenTrie.NONE) {
      for (Entry entry : hosts.at(node)) {
        if (Hosts.fits(tokens, from, at, entry.exact())) {
          hits.add(new Hit(tokens.start(from), tokens.end(at), entry.organisation(), entry.sort()));
        }
      }
      int next = TokenTrie.NONE;
      do {
        at++;
        if (at == tokens.size() || tokens.start(at) - tokens.end(at - 1) > Hosts.WIDEST_GAP) {
          return;
        }
        next = hosts.step(node, tokens.hash(at));
      } while (next == TokenTrie.NONE && Hosts.isSpelledOut(tokens.hash(at)));
      node = next;
    }
  }
}
