package org.cresset.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names a registered organisation is found however it is spelled, and nothing else is. */
class RegisterFinderTest {
  private static final RegisterFinder FINDER =
      new RegisterFinder(
          List.of(
              new Registered(
                  "muenster",
                  List.of("The Städtische Universität Münster GmbH", "SUM"),
                  List.of("uni-muenster.example.org", "münster.example"),
                  List.of("192.0.2.128/26", "2001:db8:a1::/48", "10.0.0.0/8"),
                  List.of("Anna Müller", "Duty Officer", "Head of Security", "ds-muenster"),
                  List.of("it-security@uni-muenster.example.org", "+61 7 5550 0111"),
                  List.of("+61 7 5550 0119")),
              new Registered(
                  "target",
                  List.of("Target Corporation"),
                  List.of("target.example.net"),
                  List.of("198.51.100.7"),
                  List.of(),
                  List.of(),
                  List.of()),
              new Registered(
                  "shops",
                  List.of("Smith & Sons, Ltd."),
                  List.of("example.net"),
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of())));

  private static List<String> found(String text) {
    return FINDER.find(new Tokens().fill(text)).stream()
        .map(h -> h.organisation() + " " + h.sort() + " " + text.substring(h.start(), h.end()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "At Städtische Universität Münster it began",
        "At STÄDTISCHE UNIVERSITÄT MÜNSTER it began",
        "staedtische universitaet muenster",
        "Stadtische Universitat Munster’s mail",
        "the Städtischen, no: Städtische-Universität-Münster's",
        "Städtische **Universität** _Münster_",
        "Städtische\nUniversität Münster",
        "> Städtische\n> Universität Münster",
        "Städtische&nbsp;Universität Münster",
        "St\u00ADädtische Universität Mün\u200Bster",
        "Sta\u0308dtische Universita\u0308t Mu\u0308nster",
        "StädtischeUniversitätMünster.pdf",
        "staedtische_universitaet_muenster.log",
        "Ｓtädtische Universität Ｍünster",
        "the SUM said",
        "SUM's network",
      })
  void namesInEverySpelling(String text) {
    assertThat(found(text)).singleElement().asString().startsWith("muenster NAME ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see www.uni-muenster.example.org/a",
        "hxxps://mail.uni-muenster.example.org:8443/",
        "uni-muenster[.]example[.]org",
        "uni-muenster(.)example(.)org",
        "uni-muenster[dot]example[dot]org",
        "uni-muenster dot example dot org",
        "uni-muenster.example[.org",
        "uni-muenster\\.example\\.org",
        "UNI-MUENSTER.EXAMPLE.ORG.",
        "x.münster.example and",
        "xn--mnster-3ya.example",
        "uni-muenster。example。org",
        "j.doe@uni-muenster.example.org",
        "j.doe[at]uni-muenster[.]example[.]org",
        "from 192.0.2.130 to us",
        "from 192[.]0[.]2[.]130.",
        "192.0.2[.]130:22",
        "192.0.2.128/27",
        "192 dot 0 dot 2 dot 191",
        "130.2.0.192.in-addr.arpa",
        "2001:db8:a1::5 and",
        "[2001:0DB8:00a1:0:0:0:0:5]:443",
        "2001[:]db8[:]a1[:][:]5",
        "2001:db8:a1:7::/64",
      })
  void hostsAndAddressesHarmlessOrNot(String text) {
    assertThat(found(text)).singleElement().asString().startsWith("muenster HOST ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ask Anna Müller",
        "Mueller, Anna",
        "ANNA MULLER",
        "ds-muenster wrote",
        "it-security@uni-muenster.example.org",
        "it-security (at) uni-muenster . example . org is not: it-security[@]uni-muenster[.]example[.]org",
        "+61 7 5550 0111",
        "(07) 5550-0111",
        "0061 7 55500111",
        "5550 0111",
      })
  void contacts(String text) {
    assertThat(found(text)).isNotEmpty().last().asString().startsWith("muenster CONTACT ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "at night 07 5550 0119 | muenster AFTER_HOURS 07 5550 0119",
        "from 198.51.100.7 | target HOST 198.51.100.7",
        "the shops of Target were hit | target NAME Target",
        "TARGET, it says | target NAME TARGET",
        "Smith and Sons | shops NAME Smith and Sons",
        "Smith &amp; Sons | shops NAME Smith &amp; Sons",
        "mail.target.example.net | target HOST mail.target.example.net",
      })
  void exactly(String text, String hit) {
    assertThat(found(text)).containsExactly(hit);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Target the right hosts. Target them all",
        "the target of the attack",
        "the sum of all",
        "Münster has a university",
        "Universität Münster",
        "not-uni-muenster.example.org",
        "uni-muenster.example.org.au",
        "uni-muenster.example.organic",
        "uni-muenster example org",
        "192.0.2.192",
        "version 1.192.0.2.130",
        "192.0.2.0/24 as a whole",
        "0.0.0.0/0",
        "10.1.2.3",
        "2001:db8:a2::5",
        "at 02:14:33",
        "the duty officer, and the Head of Security",
        "2026-10-03 02:14",
        "Smith had sons",
      })
  void nothingElse(String text) {
    assertThat(found(text)).isEmpty();
  }
}
