package org.cresset.git;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cresset.git.CommitLog.Entry;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/** One walk over the commits, comparing raw trees and skipping equal ones. */
final class LogWalk {
  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparingLong(Entry::order).reversed().thenComparing(Entry::id);

  private final Repository repository;
  private final String folder;

  LogWalk(Repository repository, String folder) {
    this.repository = repository;
    this.folder = folder;
  }

  CommitLog walk(ObjectId tip, CommitLog known) {
    if (known.tip().equals(tip.name())) {
      return known;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit start = walk.parseCommit(tip);
      boolean extend = isAncestor(walk, known.tip(), start);
      CommitLog base = extend ? known : CommitLog.EMPTY;
      walk.reset();
      walk.sort(RevSort.TOPO, true);
      walk.sort(RevSort.REVERSE, true);
      walk.markStart(start);
      if (extend) {
        walk.markUninteresting(walk.parseCommit(ObjectId.fromString(base.tip())));
      }
      List<Entry> all = new ArrayList<>(compare(commits(walk, base)));
      all.addAll(base.commits());
      all.sort(NEWEST_FIRST);
      return new CommitLog(tip.name(), List.copyOf(all));
    } catch (MissingObjectException e) {
      throw Objects.missing(e);
    } catch (IOException e) {
      throw Objects.corrupt(tip, e);
    }
  }

  private static boolean isAncestor(RevWalk walk, String known, RevCommit tip) throws IOException {
    if (known.isEmpty()) {
      return false;
    }
    try {
      return walk.isMergedInto(walk.parseCommit(ObjectId.fromString(known)), tip);
    } catch (MissingObjectException e) {
      return false;
    }
  }

  /** A commit, its order settled, its trees not yet compared. */
  private record Step(Entry head, ObjectId tree, List<ObjectId> parents) {}

  private static List<Step> commits(RevWalk walk, CommitLog base) throws IOException {
    Map<String, Long> orders = new HashMap<>();
    base.commits().forEach(entry -> orders.put(entry.id(), entry.order()));
    List<Step> steps = new ArrayList<>();
    for (RevCommit commit : walk) {
      long order = commit.getCommitTime();
      List<ObjectId> parents = new ArrayList<>();
      for (RevCommit parent : commit.getParents()) {
        walk.parseHeaders(parent);
        parents.add(parent.getTree().copy());
        order = Math.max(order, orders.getOrDefault(parent.name(), 0L) + 1);
      }
      orders.put(commit.name(), order);
      steps.add(new Step(head(commit, order), commit.getTree().copy(), parents));
      commit.disposeBody();
    }
    return steps;
  }

  private static Entry head(RevCommit commit, long order) {
    PersonIdent author = commit.getAuthorIdent();
    Instant at = author == null ? Instant.EPOCH : author.getWhenAsInstant();
    String name = author == null ? "" : author.getName();
    String by = String.join(", ", commit.getFooterLines("Declassified-By"));
    return new Entry(commit.name(), order, at, name, commit.getShortMessage(), by, List.of());
  }

  /** Two threads, each over its part of the list with its own reader. */
  private List<Entry> compare(List<Step> steps) {
    int parts = steps.size() < 200 ? 1 : Math.max(2, Runtime.getRuntime().availableProcessors());
    List<Entry> all = new ArrayList<>(steps.size());
    try (ExecutorService threads = Executors.newFixedThreadPool(parts)) {
      List<Future<List<Entry>>> results = new ArrayList<>();
      for (int i = 0; i < parts; i++) {
        List<Step> part = steps.subList(steps.size() * i / parts, steps.size() * (i + 1) / parts);
        results.add(threads.submit(() -> comparePart(part)));
      }
      for (Future<List<Entry>> result : results) {
        all.addAll(result.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof CorruptObject corrupt
          ? corrupt
          : new IllegalStateException("the history can't be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private List<Entry> comparePart(List<Step> part) {
    try (TreeDiff diff = new TreeDiff(repository, folder)) {
      List<Entry> entries = new ArrayList<>(part.size());
      for (Step step : part) {
        Entry head = step.head();
        entries.add(
            new Entry(
                head.id(),
                head.order(),
                head.authored(),
                head.author(),
                head.subject(),
                head.declassifiedBy(),
                diff.changed(step.tree(), step.parents())));
      }
      return entries;
    }
  }
}
