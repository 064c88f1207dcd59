package io.callsheet.asset;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.Set;

/** Goes through the boxes of an MP4 or MOV file in their order, with a bounded number of steps. */
final class BoxWalk {
  /** What is told about each box. */
  interface Visitor {
    /** A box that holds boxes begins. */
    void enter(String type);

    /** The box entered last ends. */
    void leave(String type);

    /**
     * Any other box. It may end early: whoever reads past its end throws, and that is dealt with.
     */
    void leaf(Box box) throws IOException, UnusableMedia;
  }

  private static final Set<String> CONTAINERS =
      Set.of("moov", "trak", "mdia", "minf", "stbl", "mvex", "moof", "traf");
  private static final int MAX_BOXES = 200_000;
  private static final int MAX_DEPTH = 6;
  private static final int SMALLEST_BOX = 8;

  private final FileBytes file;
  private final Visitor visitor;
  private int boxes;

  BoxWalk(FileBytes file, Visitor visitor) {
    this.file = file;
    this.visitor = visitor;
  }

  /**
   * @throws UnusableMedia if the boxes are damaged or the file ends before its last box
   */
  void run() throws IOException, UnusableMedia {
    walk(0, file.size(), 0);
  }

  private void walk(long start, long end, int depth) throws IOException, UnusableMedia {
    long position = start;
    while (position + SMALLEST_BOX <= end) {
      if (++boxes > MAX_BOXES) {
        throw UnusableMedia.damaged("it has more than " + MAX_BOXES + " boxes");
      }
      Box box = Box.at(file, position, end);
      checkEnd(box, end, depth);
      visit(box, depth);
      position = box.end();
    }
  }

  private static void checkEnd(Box box, long end, int depth) throws UnusableMedia {
    if (box.end() <= end) {
      return;
    }
    if (depth == 0) {
      throw UnusableMedia.cutOff();
    }
    throw UnusableMedia.damaged("its box '" + box.type() + "' is larger than the one around it");
  }

  private void visit(Box box, int depth) throws IOException, UnusableMedia {
    if (CONTAINERS.contains(box.type())) {
      if (depth >= MAX_DEPTH) {
        throw UnusableMedia.damaged("its boxes are nested too deep");
      }
      visitor.enter(box.type());
      walk(box.body(), box.end(), depth + 1);
      visitor.leave(box.type());
      return;
    }
    try {
      visitor.leaf(box);
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw UnusableMedia.damaged("its box '" + box.type() + "' is too short");
    }
  }
}
