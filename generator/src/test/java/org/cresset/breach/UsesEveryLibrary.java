package org.cresset.breach;

/** Uses each library from a package that is not its owner. */
final class UsesEveryLibrary {
  com.vladsch.flexmark.parser.Parser flexmark;
  org.owasp.html.PolicyFactory sanitiser;
  freemarker.template.Template freemarker;
  org.apache.lucene.index.IndexReader lucene;
  org.bouncycastle.openpgp.PGPPublicKey bouncyCastle;
  org.eclipse.jgit.lib.Repository jgit;
  org.snakeyaml.engine.v2.api.Load yaml;
  picocli.CommandLine picocli;
  jakarta.mail.Session mail;
  com.fasterxml.jackson.core.JsonGenerator jackson;
  org.apache.commons.compress.archivers.ArchiveEntry compress;
  us.springett.cvss.Cvss cvss;
  com.github.packageurl.PackageURL packageUrl;
  de.siegmar.fastcsv.reader.CsvRecord fastcsv;
  com.github.difflib.algorithm.Change difflib;
  us.springett.parsers.cpe.Cpe cpe;
}
