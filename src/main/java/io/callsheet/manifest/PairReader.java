package io.callsheet.manifest;

import io.callsheet.job.Job;
import io.callsheet.model.Problem;
import io.callsheet.model.StandardColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every pair of a character and a performance, out of two files. What is wrong with a line of one
 * of them is told once, as a row of its own; the line then makes no pairs. The pairs are made one
 * after the other and never held.
 */
final class PairReader implements ManifestReader {

  private final PairSide characters;
  private final PairSide performances;
  private final Job.Defaults defaults;
  private final PairLayout layout;
  private final RowKeys keys = new RowKeys();
  private final BitSet badCharacters = new BitSet();
  private final BitSet badPerformances = new BitSet();
  private Stage stage = Stage.CHARACTERS;
  private RowKeys own = new RowKeys();
  private @Nullable TableRows outer;
  private @Nullable TableRows inner;
  private @Nullable TableRow character;
  private int outerNumber;
  private int innerNumber;
  private long number;

  private enum Stage {
    CHARACTERS,
    PERFORMANCES,
    PAIRS
  }

  private PairReader(PairSide characters, PairSide performances, Job.Defaults defaults) {
    this.characters = characters;
    this.performances = performances;
    this.defaults = defaults;
    this.layout = new PairLayout(characters.header(), performances.header());
  }

  static PairReader open(Path copy, Map<String, String> columns, Job.Defaults defaults)
      throws ManifestUnreadable, IOException {
    PairSide characters = side(copy, PairFiles.CHARACTERS, StandardColumn.CHARACTER, columns);
    PairSide performances = side(copy, PairFiles.PERFORMANCES, StandardColumn.PERFORMANCE, columns);
    for (Map.Entry<String, String> column : columns.entrySet()) {
      if (!characters.has(column.getValue()) && !performances.has(column.getValue())) {
        throw new ManifestUnreadable(
            PairFiles.CHARACTERS + " and " + PairFiles.PERFORMANCES,
            0,
            "the job file says `columns: {%s: %s}`, but neither has such a column"
                .formatted(column.getKey(), column.getValue()),
            "write the header as one of them spells it");
      }
    }
    return new PairReader(characters, performances, defaults);
  }

  private static PairSide side(
      Path copy, String name, StandardColumn role, Map<String, String> columns)
      throws ManifestUnreadable, IOException {
    Path file = PairFiles.find(copy, name, copy.toString());
    String shortName = file.getFileName().toString();
    return PairSide.of(TableFile.of(file, shortName, null, columns), shortName, role, columns);
  }

  @Override
  public List<String> header() {
    return layout.header().keptNames();
  }

  @Override
  public @Nullable ManifestRow next() throws ManifestUnreadable, IOException {
    ManifestRow row = null;
    while (row == null) {
      switch (stage) {
        case CHARACTERS -> row = nextBad(characters, badCharacters, Stage.PERFORMANCES);
        case PERFORMANCES -> row = nextBad(performances, badPerformances, Stage.PAIRS);
        case PAIRS -> {
          row = nextPair();
          if (row == null) {
            return null;
          }
        }
      }
    }
    return row;
  }

  /** The next line of a file that can make no pair; null at its end, and the next stage begins. */
  private @Nullable ManifestRow nextBad(PairSide side, BitSet bad, Stage after)
      throws ManifestUnreadable, IOException {
    TableRows rows = outer == null ? side.rows() : outer;
    outer = rows;
    for (TableRow row = rows.nextFilled(); row != null; row = rows.nextFilled()) {
      outerNumber++;
      ManifestRow checked = new RowCheck(side.header(), defaults, own, outerNumber, row).row();
      if (checked instanceof ManifestRow.Bad wrong) {
        bad.set(outerNumber);
        return alone(side, row, wrong);
      }
    }
    rows.close();
    outer = null;
    outerNumber = 0;
    own = new RowKeys();
    stage = after;
    return null;
  }

  private ManifestRow alone(PairSide side, TableRow row, ManifestRow.Bad wrong) {
    number++;
    boolean first = side == characters;
    List<String> cells =
        layout.cells("", first ? row.cells() : List.of(), first ? List.of() : row.cells());
    return new ManifestRow.Bad(
        number,
        row.line(),
        layout.header().keptOf(cells),
        keys.madeUp(side.name() + "-line-" + row.line(), row.line()),
        wrong.problems().stream().map(problem -> problem.in(side.name())).toList());
  }

  private @Nullable ManifestRow nextPair() throws ManifestUnreadable, IOException {
    while (true) {
      if (inner == null && !nextCharacter()) {
        return null;
      }
      TableRow performance = nextPerformance();
      if (performance != null && character != null) {
        return pair(character, performance);
      }
    }
  }

  private boolean nextCharacter() throws ManifestUnreadable, IOException {
    TableRows rows = outer == null ? characters.rows() : outer;
    outer = rows;
    do {
      character = rows.nextFilled();
      outerNumber++;
    } while (character != null && badCharacters.get(outerNumber));
    return character != null;
  }

  /** Null after the last; then the next character's turn comes. */
  private @Nullable TableRow nextPerformance() throws ManifestUnreadable, IOException {
    TableRows rows = inner == null ? performances.rows() : inner;
    inner = rows;
    TableRow performance;
    do {
      performance = rows.nextFilled();
      innerNumber++;
    } while (performance != null && badPerformances.get(innerNumber));
    if (performance == null) {
      rows.close();
      inner = null;
      innerNumber = 0;
    }
    return performance;
  }

  private ManifestRow pair(TableRow first, TableRow second) {
    number++;
    String key =
        characters.header().key(first.cells()) + "-" + performances.header().key(second.cells());
    List<String> cells = layout.cells(key, first.cells(), second.cells());
    ManifestRow row =
        new RowCheck(layout.header(), defaults, keys, number, new TableRow(first.line(), cells))
            .row();
    if (row instanceof ManifestRow.Good good) {
      return good.withPerformanceOf(second.line());
    }
    ManifestRow.Bad bad = (ManifestRow.Bad) row;
    List<Problem> problems =
        bad.problems().stream().map(problem -> problem.in(characters.name())).toList();
    return new ManifestRow.Bad(number, bad.line(), bad.cells(), bad.key(), problems);
  }

  @Override
  public void close() throws IOException {
    try {
      if (outer != null) {
        outer.close();
      }
    } finally {
      if (inner != null) {
        inner.close();
      }
    }
  }
}
