// How texts and queries become terms, exactly as org.cresset.search.Analysis does it:
// words by UAX #29, lower case, without 's, stemmed; codes such as cve-2026-12345 or 192.0.2.1 whole and in parts.
"use strict";
(() => {
  // Unicode's word classes as Lucene's tokenizer has them: lengths of runs (packed numbers) and the class of each.
  // h Hebrew, L other letter, N digit, K Katakana, m b n between letters, either, digits; q d quotes; _ joins all;
  // e extends what is before it; S South-East Asian, s such that also extends; H stands alone; p picture, r half of a flag; . anything else
  const CLASSES = "E.$d'.$q'.$n$.$b$.-N$m$n(.=L'.$_$.=LQ.$p$L%.$e$p).$L$.$m%.$L(.:L$.BL$.t7L).*L*.7Ll%e(L$.%L%.'L$n$L).$L$m&L$.$L$.7L$.w#L$.s&L$.*ez'L$.IL%.$L$.%L$.$L$.LL$n*.Pe$.$e$.%e$.%e$.$e+.>h'.'h$L$m..)e).%n%..e$.$e&.NL8e-N$.$N$n$.%L$es$L$.$L+e$.)e%L%e$.'e%L-N&L%.$L2.$e$L$eAL>e%.}#L.e$L1.-NDL,e%L%.$n$.$L%.$e%.9L'e$L,e$L&e$L(e5.<L&e'..LX.8L$.+L8.TeYL&e$L5e$L*e-L%e%.-N$.3L&e$.+L%.%L%.9L$.*L$.$L&.'L%.$e$L*e%.%e%.&e$L+.$e'.%L$.&L%e%.-N%L-.$L$.$e%.&e$.)L'.%L%.9L$.*L$.%L$.%L$.%L%.$e$.(e'.%e%.&e&.$e*.'L$.$L*.-N%e&L$e..&e$.,L$.&L$.9L$.*L$.%L$.(L%.$e$L+e$.&e$.&e%.$L2.%L%e%.-N,.$L)e$.&e$.+L%.%L%.9L$.*L$.%L$.(L%.$e$L*e%.%e%.&e+.%e'.%L$.&L%e%.-N$.$L3.$e$L$.)L&.&L$.'L&.%L$.$L$.%L&.%L&.&L&./L'.(e&.&e$.'e%.$L).$e1.-N3.(e+L$.&L$.:L$.3L&.$L*e$.&e$.'e*.%e$.&L(.%L%e%.-N3.$L&e$.+L$.&L$.:L$.-L$.(L%.$e$L*e$.&e$.'e*.%e*.$L$.%L%e%.-N$.%L0.'e$.+L$.&L$.LL%e$L*e$.&e$.'e$L(.&L$e*.&L%e%.-N-.)L%.%e$.5L&.;L$.,L$.$L%.*L&.$e'.)e$.$e$.+e).-N%.%e0.SS$s%S*s(.*S+s$.-NJ.%S$.$S$.(S$.;S$.$S$.-S$s%S,s$S%.(S$.$S$.)s%.-N%.'SC.$L:.%e).-N..$e$.$e$.$e'.%e+L$.GL'.7e$.%e(L.e$.Ge,.$e].NS7s$S-N).)S's'S&s$S&s%S*s&S's0S/s$S$s-N's%SIL$.$L(.$L%.NL$.m0L$.'L%.*L$.$L$.'L%.LL$.'L%.DL$.'L%.*L$.$L$.'L%.2L$.]L$.'L%.gL%.&eC.3L3.z#L%.)L&.t>L%.4L$.=L(.o#L&..L*.0L$.'L&e..5L&e..5L%e/.0L$.&L$.%e/.WSCs&.$S'.$S$s%.-ND.'e$.-N).}#L*.(L%eEL$e$L(.j#L-.BL$./e'./e-.-NAS%.(S..OS'.=S).-N$S&.%SC.:L(e'.XS-s$.@s%.$e-N).-N).1S%.2ee.(eRL4e*L'.-N4.,e/.&eAL0e%L-NOL1e/.GL7e+.-N&.&L-NGL%.,L*.NL%.&L3.&e$.8e'L$e)L$e%L&e$L(.l)L^e$.(er-L%.)L%.IL%.)L%.+L$.$L$.$L$.$L$.BL%.XL$.*L$.$L&.&L$.*L&.'L%.)L'.0L(.&L$.*L2.'e+.%b-.$b%.$m%.(e$_/.$p%.%_&.$n'.$p-.$_..(e$.-e$.$L0.$L3.0LV.De4.$L'.$L%.-L$.$L&.(L'.$p$.$L$.$L$.$L$.'L$.-L$p%.'L(.(L'.$L4.LL..)p2.%p{1.%p/.$po$.$pj#.$p<..p'.&p{(./L$pJLl).%p-.$p,.$p^.'p$.)p$./p$.n%p-.r%p%..p$.$p$.$p).$p&.$p).$p-.%p2.$p%.$p'.$p$.$p'.&p$.$p..(pP.&p,.$p1.$p1.$pl2.%pw6.&p6.%pV.$p'.$pj(.RL$.RL$.m&L).'L&e%L/.IL$.$L(.$L%.[L*.$L2.$e:L,.*L$.*L$.*L$.*L$.*L$.*L$.*L$.*L$.CeR.$Lt#.=H$.}#H/.n*HR.$L$.$H<.,H)e$p(K%.&H%L$p&.z#H%.%e%K&Hk$K$.'K(.NL$.n$L4.>LX.3Kk'.$p$.$pY.RK$.|#K|'.vy/Hn#.pySH3.yYLg.QL%.},L&.3L-N%L7.RL'e$.-e$.BL%et#L%eH.}'L%.(LS..L$e&L$e'L$e:L(e;.WL/.%eUL5e-.-N).5e)L&.$L$.%L$e-N?L+e%.:L0e/.@L&.'eRL1e1.$L-N).(S$s-S-N(S$.LL1e,.&L$e+L%e%.-N).>S&sUS$s$S&s%S%s(S%s$S$s$S;.(S.L(e%.&L%e-.)L%.)L%.)L,.*L$.*L$.[L+.o%L+e$.%e%.-N).lo;L/.:L'.TLls4.z1H%.z$HI.*L/.(L(.$h$e-h$.0h$.(h$.$h$.%h$.%h$.-hr$LD.w1L5.dL%.YLK./L'.3e$n%.$m$n..3e&.%_;.&_$n$.$b$.$n$m=.(L$.o&L%.$e*.$b'.$n$.$b$.-N$m$n(.=L'.$_$.=L..[K%eBL&.)L%.)L%.)L%.&L?.&e'./L$.=L$.6L$.%L$.2L%.1LE.w%Li.XLp&.$ej&.@L&.TL2.$eB.CL0.AL(.IL(e(.AL%.GL'.+L$.(LM.r'L%.-N).GL'.GL'.KL+.WLp'.k/L,.9L-.+Ll'.)L%.$L$.OL$.%L&.$L%.:L-.:L,.BLe.6L$.%L-.9L-.=Lj#.[L).%Ld.$L&e$.%e(.'e'L$.&L$.@L%.&e'.$eC.@L&.@LF.+L$.?L%e<.YL-.9L-.6L0.5Lj%.m#LZ.VL0.VL0.GL'e+.-Nn6.@L-.$L+.9L.ew&.:L,.&eXL2eB.-N2.'ePL.e%.$e2.$e%.<L*.-N).&eGL1e$.-N'.$L%e,.FL$e%.$L,.&eSL1e'L'.'e&.-N$L$.$LF.5L$.<L/e).$ee.*L$.$L$.'L$.2L$.-L*.RL/e(.-N).'e$.+L%.%L%.9L$.*L$.%L$.(L$.%e$L*e%.%e%.&e%.$L).$e(.(L%e%.*e&.(es&.XL5e'L(.-N'.$e$LC.SL7e%L$.$L+.-Nz'.RL*e%.,e:.'L%eE.SL4e&.$L..-NI.NL0e$L*.-NY.>S%.2s'.-N%S&.$Sl).OL2eu$.dL-N8.$Lt'.+L%.JL*e%.*e$L$.$L$e>.$L-eKL*e$L'e+.$e+.$L.eQL3e&.$LE.]Lw,.,L$.HL+e$.+e$L2.-N;.AL%.9e$.1em#.*L$.%L$.IL)e&.$e$.%e$.*e$L$e+.-N).)L$.%L$.CL(e$.%e$.(e$L*.-Nj/.6L'ey,.vMLv$.k%L4.p)L|m&.kUL$.,esr).w<Lm|4.};L*.BL$.-Nv$.AL%.(e..SL*e,.'L/.-N,.8L(.6L|A.dL|%.o#L'.$e$LZe*.'e0Ld.%L$.$LlqH.$Kz-HT.&H4.'Kll&.{$L(.0L&.,L*.-L&.%e$.'emv,.(e&.9e%.*eA.'e|&.&ew5.y#L$.k#L$.%L%.$L%.%L%.'L$./L$.$L$.*L$.eL$.'L%.+L$.*L$.?L$.'L$.(L$.$L&.*L$.t0L%.<L$.<L$.BL$.<L$.BL$.<L$.BL$.<L$.BL$.<L$.+L%.UNl9.Ze'.Ue+.$e1.$e9.(e$.2etd.*e$.4e%.*e$.%e$.(em*.PL&.*e*L%.-N'.$L}1.OL'e-Nz`.q)L..*eL.hL*e$L'.-Nj[.'L$.>L$.%L$.$L%.$L$.-L$.'L$.$L$.$L).$L'.$L$.$L$.$L$.&L$.%L$.$L%.$L$.$L$.$L$.$L$.$L$.%L$.$L%.'L$.*L$.'L$.'L$.$L$.-L$.4L(.&L$.(L$.4Lx/.p,p0.&pB.$p=L).=L%.)p/L%p-L'.$p%.-p5.]p=r$H2p-.$p7.$p%.,p$.'p,.qEp+.z,pS.|%pp%./py#.Np/.'p[.+p-.)pK.+pA.v#p/.Rp$.-p$.sv#p%.klw$HL.}w)H..v*H%.vx-H1.mj2Hwk'.v:Hwpvz#.$eA.p$e|%.t+elvz7.";

  const LONGEST_WORD = 255;
  const LONGEST_GROUP = 16;
  const ALL_RANGES = 6;

  // Numbers by 90 signs, from # upwards without the backslash; the first 70 end a number.
  class Unpack {
    constructor(data) {
      this.data = data;
      this.at = 0;
    }
    number() {
      for (let value = 0, worth = 1; ; worth *= 20) {
        const c = this.data.charCodeAt(this.at++);
        const sign = c < 92 ? c - 35 : c - 36;
        value += sign * worth;
        if (sign < 70) return value;
      }
    }
    // Passes over so many numbers.
    skip(count) {
      while (count > 0) if (this.data.charCodeAt(this.at++) <= 105) count--;
    }
    raw(length) {
      this.at += length;
      return this.data.slice(this.at - length, this.at);
    }
    text() {
      return this.raw(this.number());
    }
  }

  const classes = new Uint8Array(0x110000);
  const OTHER = ".".charCodeAt(0);
  {
    const runs = new Unpack(CLASSES);
    for (let c = 0; c < classes.length; ) {
      const length = runs.number();
      classes.fill(runs.raw(1).charCodeAt(0), c, c += length);
    }
  }

  const classAt = (text, i, end) => i < end ? String.fromCharCode(classes[text.codePointAt(i)]) : ".";
  const after = (text, i) => i + (text.codePointAt(i) > 0xffff ? 2 : 1);
  const isOneOf = (c, some) => some.includes(c);

  // Past the character at i and what extends it.
  function pass(text, i, end, extending = "es") {
    i = after(text, i);
    while (i < end && isOneOf(classAt(text, i, end), extending)) i = after(text, i);
    return Math.min(i, end);
  }

  // Where the word that begins at i ends, or i if none does.
  function wordEnd(text, i, end) {
    const first = classAt(text, i, end);
    if (first === "H") return pass(text, i, end);
    if (isOneOf(first, "Ss")) return pass(text, i, end, "eSs");
    if (!isOneOf(first, "hLNK_")) return i;
    let at = pass(text, i, end);
    let found = first !== "_";
    for (let last = first; at < end; ) {
      const next = classAt(text, at, end);
      const beyond = pass(text, at, end);
      const then = classAt(text, beyond, end);
      let to = at;
      if (next === "_" || (isOneOf(next, "hLNK") && last === "_")
          || (isOneOf(next, "hLN") && isOneOf(last, "hLNx")) || (next === "K" && last === "K")) {
        last = next;
        to = beyond;
      } else if ((isOneOf(next, "mbq") && isOneOf(last, "hL") && isOneOf(then, "hL"))
          || (isOneOf(next, "nbq") && last === "N" && then === "N")) {
        last = then === "N" ? "N" : "L";
        to = pass(text, beyond, end);
      } else if (last === "h" && (next === "q" || (next === "d" && then === "h"))) {
        last = "x";
        to = next === "q" ? beyond : pass(text, beyond, end);
      }
      if (to === at) break;
      found ||= last !== "_";
      at = to;
    }
    return found ? at : i;
  }

  // Past the picture or flag at i, or i if there is none.
  function pictureEnd(text, i, end) {
    const first = classAt(text, i, end);
    if (first === "p") return pass(text, i, end);
    const second = first === "r" ? pass(text, i, end) : end;
    return classAt(text, second, end) === "r" ? pass(text, second, end) : i;
  }

  function words(text) {
    const found = [];
    for (let i = 0; i < text.length; ) {
      const most = Math.min(text.length, i + LONGEST_WORD);
      const limit = text.codePointAt(most - 1) > 0xffff ? most - 1 : most;
      const isOther = classes[text.codePointAt(i)] === OTHER;
      const end = isOther ? i : wordEnd(text, i, limit);
      const past = isOther || end > i ? end : pictureEnd(text, i, limit);
      if (end > i) found.push([i, end]);
      i = past > i ? past : after(text, i);
    }
    return found;
  }

  // Spellings that mean the same, without changing any offset.
  const DASHES = /[\u2010-\u2015\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D]/g;
  const DEFANGED = /(?<![A-Za-z0-9_])hxxp|[[({](?:dot|at)[\])}]/gi;
  const PICTURES = /[\u2139\u24C2\u{1F170}\u{1F171}\u{1F17E}\u{1F17F}]/gu; // that Unicode also counts as letters
  const unify = text => text.replace(DASHES, "-").replace(PICTURES, p => " ".repeat(p.length))
    .replace(DEFANGED, d => d.length === 5 ? "[...]" : d.toLowerCase() === "hxxp" ? "http" : "[@@]");

  const lower = word => word.replace(/[^]/gu, c => c === "\u0130" ? "i" : c.toLowerCase());

  const JOINT = /^(?:[-.:@_]|::|\[(?:[.:@]|\.\.\.|@@|::)\]|[({](?:[.@]|\.\.\.|@@)[)}])$/;

  function joint(text, from, to) {
    const between = text.slice(from, to);
    if (between.length > 5 || !JOINT.test(between)) return "";
    return between.includes("::") ? "::" : between.length === 1 ? between : between[1];
  }

  function groups(text) {
    const unified = unify(text);
    const parts = [];
    for (const [start, end] of words(unified)) {
      for (let from = start, i = start; i <= end; i++) {
        if (i < end && !".:_".includes(unified[i])) continue;
        if (i > from) {
          const form = lower(unified.slice(from, i).replace(/([^])['\u2019\uFF07][sS]$/, "$1"));
          parts.push({term: stem(form), form, position: parts.length, start: from, end: i});
        }
        from = i + 1;
      }
    }
    const found = [];
    for (let i = 0; i < parts.length; ) {
      const group = {parts: [parts[i++]], joints: []};
      while (i < parts.length && group.parts.length < LONGEST_GROUP) {
        const between = joint(unified, parts[i - 1].end, parts[i].start);
        if (!between) break;
        group.joints.push(between);
        group.parts.push(parts[i++]);
      }
      group.code = group.joints.some(j => j !== "-") || (group.joints.length > 0 && group.parts.some(p => /[0-9]/.test(p.form)));
      found.push(group);
    }
    return found;
  }

  // The parts from one to another as one term at the first one's position.
  function range({parts, joints}, first, last) {
    let form = parts[first].form;
    for (let i = first; i < last; i++) form += joints[i] + parts[i + 1].form;
    return {term: form, form, position: parts[first].position, start: parts[first].start, end: parts[last].end, code: true};
  }

  function tokens(text) {
    const all = [];
    for (const group of groups(text)) {
      const last = group.parts.length - 1;
      group.parts.forEach((part, i) => {
        all.push(part);
        const every = last < ALL_RANGES || i === 0;
        for (let end = every ? i + 1 : last; group.code && end <= last; end++) {
          if (end > i) all.push(range(group, i, end));
        }
      });
    }
    return all;
  }

  // Porter's algorithm (1980) with its author's later changes, for words of a to z alone.
  const LONG = "ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize"
    + " ation:ate ator:ate alism:al iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log";
  const SHORT = "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:";
  const LAST = "al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ion: ou: ism: ate: iti: ous: ive: ize:";
  const pairs = list => list.split(" ").map(pair => pair.split(":"));
  const [LONG_ENDS, SHORT_ENDS, LAST_ENDS] = [LONG, SHORT, LAST].map(pairs);

  // The word's letters as consonants and vowels; y is a vowel after a consonant.
  function shape(word) {
    let letters = "";
    for (const c of word) letters += "aeiou".includes(c) || (c === "y" && letters.endsWith("c")) ? "v" : "c";
    return letters;
  }
  const measure = word => shape(word).split("vc").length - 1;
  const endsDouble = word => word.length > 1 && word.at(-1) === word.at(-2) && shape(word).endsWith("c");
  const endsShort = word => shape(word).endsWith("cvc") && !/[wxy]$/.test(word);

  // Exchanges the first end that fits, if what is before it is long enough.
  function exchange(word, ends, least) {
    const fit = ends.find(([end]) => word.endsWith(end) && (end !== "ion" || /[st]ion$/.test(word)));
    const start = fit ? word.slice(0, word.length - fit[0].length) : word;
    return fit && measure(start) >= least ? start + fit[1] : word;
  }

  function past(word) {
    if (word.endsWith("eed")) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
    const start = word.replace(/(?:ed|ing)$/, "");
    if (start === word || !shape(start).includes("v")) return word;
    if (/(?:at|bl|iz)$/.test(start)) return start + "e";
    if (endsDouble(start)) return /[lsz]$/.test(start) ? start : start.slice(0, -1);
    return measure(start) === 1 && endsShort(start) ? start + "e" : start;
  }

  function stem(word) {
    if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
    let w = word.endsWith("sses") || word.endsWith("ies") ? word.slice(0, -2) : word.replace(/([^s])s$/, "$1");
    w = past(w);
    if (w.endsWith("y") && shape(w.slice(0, -1)).includes("v")) w = w.slice(0, -1) + "i";
    w = exchange(w, LONG_ENDS, 1);
    w = exchange(w, SHORT_ENDS, 1);
    w = exchange(w, LAST_ENDS, 2);
    const long = measure(w);
    if (w.endsWith("e") && (long > 1 || (long === 1 && !endsShort(w.slice(0, -1))))) w = w.slice(0, -1);
    return w.endsWith("l") && endsDouble(w) && long > 1 ? w.slice(0, -1) : w;
  }

  Object.assign(globalThis.cresset ??= {}, {Unpack, words, groups, tokens, range, stem, unify, lower});
})();
