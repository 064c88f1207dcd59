package io.callsheet.plan;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The fewest edges of a bipartite graph that touch every vertex: a maximum matching (Hopcroft and
 * Karp), and one edge more for each vertex that it leaves out. Edges are given the preferred ones
 * first.
 */
final class EdgeCover {
  private static final int NONE = -1;

  private final int[] from;
  private final int[] to;
  private final int rights;

  /** Edges of left vertex {@code v}: {@code byLeft[start[v]]} to before {@code start[v + 1]}. */
  private final int[] start;

  private final int[] byLeft;
  private final int[] edgeOfLeft;
  private final int[] edgeOfRight;
  private final int[] level;
  private final int[] next;
  private final int[] path;

  private EdgeCover(int lefts, int rights, int[] from, int[] to) {
    this.from = from;
    this.to = to;
    this.rights = rights;
    this.start = new int[lefts + 1];
    this.byLeft = new int[from.length];
    this.edgeOfLeft = filled(lefts);
    this.edgeOfRight = filled(rights);
    this.level = new int[lefts];
    this.next = new int[lefts];
    this.path = new int[lefts];
    index();
  }

  /**
   * @param from left vertex of each edge, below {@code lefts}
   * @param to right vertex of each edge, below {@code rights}
   * @return the chosen edges; a vertex without any edge stays uncovered
   */
  static BitSet of(int lefts, int rights, int[] from, int[] to) {
    EdgeCover cover = new EdgeCover(lefts, rights, from, to);
    cover.match();
    return cover.chosen();
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  private void index() {
    for (int left : from) {
      start[left + 1]++;
    }
    for (int left = 0; left < level.length; left++) {
      start[left + 1] += start[left];
    }
    int[] free = Arrays.copyOf(start, level.length);
    for (int edge = 0; edge < from.length; edge++) {
      byLeft[free[from[edge]]++] = edge;
    }
  }

  private void match() {
    for (int edge = 0; edge < from.length; edge++) {
      if (edgeOfLeft[from[edge]] == NONE && edgeOfRight[to[edge]] == NONE) {
        take(edge);
      }
    }
    boolean grown = true;
    while (grown) {
      layer();
      System.arraycopy(start, 0, next, 0, next.length);
      grown = false;
      for (int left = 0; left < level.length; left++) {
        grown |= edgeOfLeft[left] == NONE && augment(left);
      }
    }
  }

  private void take(int edge) {
    edgeOfLeft[from[edge]] = edge;
    edgeOfRight[to[edge]] = edge;
  }

  /** How many matched edges lie between each left vertex and the nearest free one. */
  private void layer() {
    Arrays.fill(level, NONE);
    int[] queue = new int[level.length];
    int end = 0;
    for (int left = 0; left < level.length; left++) {
      if (edgeOfLeft[left] == NONE) {
        level[left] = 0;
        queue[end++] = left;
      }
    }
    for (int begin = 0; begin < end; begin++) {
      int left = queue[begin];
      for (int i = start[left]; i < start[left + 1]; i++) {
        int matched = edgeOfRight[to[byLeft[i]]];
        if (matched != NONE && level[from[matched]] == NONE) {
          level[from[matched]] = level[left] + 1;
          queue[end++] = from[matched];
        }
      }
    }
  }

  /** Looks for a free right vertex along the layers; no recursion, for a path may be long. */
  private boolean augment(int root) {
    int depth = 0;
    path[0] = root;
    while (depth >= 0) {
      int left = path[depth];
      if (next[left] == start[left + 1]) {
        depth--;
        if (depth >= 0) {
          next[path[depth]]++;
        }
        continue;
      }
      int matched = edgeOfRight[to[byLeft[next[left]]]];
      if (matched == NONE) {
        for (int i = depth; i >= 0; i--) {
          take(byLeft[next[path[i]]]);
        }
        return true;
      }
      if (level[from[matched]] == level[left] + 1) {
        depth++;
        path[depth] = from[matched];
      } else {
        next[left]++;
      }
    }
    return false;
  }

  private BitSet chosen() {
    BitSet chosen = new BitSet(from.length);
    boolean[] touched = new boolean[rights];
    for (int edge : edgeOfLeft) {
      if (edge != NONE) {
        chosen.set(edge);
        touched[to[edge]] = true;
      }
    }
    for (int edge = 0; edge < from.length; edge++) {
      boolean leftIsBare = edgeOfLeft[from[edge]] == NONE;
      if (leftIsBare || !touched[to[edge]]) {
        chosen.set(edge);
        edgeOfLeft[from[edge]] = edge;
        touched[to[edge]] = true;
      }
    }
    return chosen;
  }
}
