package io.callsheet.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The keys and values of one mapping of a job file; what is wrong with them is collected. */
final class Section {

  private final String path;
  private final int line;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<JobProblem> problems;

  private record Entry(int line, Node value) {}

  private Section(String path, int line, List<JobProblem> problems) {
    this.path = path;
    this.line = line;
    this.problems = problems;
  }

  /** The whole file; the list takes the problems of all its sections. */
  static Section root(Node node, List<JobProblem> problems) {
    Section root = new Section(JobKeys.ROOT, 0, problems);
    root.fill(node, JobKeys.of(JobKeys.ROOT));
    return root;
  }

  Section section(String key) {
    return section(key, JobKeys.of(key));
  }

  /** An absent or empty section has no entries. */
  Section section(String key, Collection<String> known) {
    Entry entry = entries.get(key);
    Section section =
        new Section(JobKeys.dotted(path, key), entry == null ? line : entry.line(), problems);
    if (entry != null) {
      section.fill(entry.value(), known);
    }
    return section;
  }

  List<String> keys() {
    return List.copyOf(entries.keySet());
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Null when the key is absent, or when its value is wrong. */
  <T> @Nullable T find(String key, Form<T> form) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return null;
    }
    try {
      return form.parse(text(entry.value()));
    } catch (WrongValue e) {
      problems.add(new JobProblem(entry.line(), JobKeys.dotted(path, key), e.sentence()));
      return null;
    }
  }

  <T> T read(String key, Form<T> form, T fallback) {
    T value = find(key, form);
    return value == null ? fallback : value;
  }

  /**
   * A value that has no default.
   *
   * @param standIn taken where there is none, so that the other keys can be read too
   * @param meaning tells a person who left it out what to write
   */
  <T> T require(String key, Form<T> form, T standIn, String meaning) {
    if (!has(key)) {
      refuse(key, "is missing: " + meaning);
    }
    return read(key, form, standIn);
  }

  /** Adds a problem at a key, present or not. */
  void refuse(String key, String sentence) {
    Entry entry = entries.get(key);
    problems.add(
        new JobProblem(entry == null ? line : entry.line(), JobKeys.dotted(path, key), sentence));
  }

  private void fill(Node node, Collection<String> known) {
    if (node.getTag().equals(Tag.NULL)) {
      return;
    }
    if (!(node instanceof MappingNode mapping)) {
      String subject = path.equals(JobKeys.ROOT) ? "the file is " : "is ";
      problems.add(new JobProblem(line(node), path, subject + kind(node) + ": " + wanted(known)));
      return;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      Node keyNode = tuple.getKeyNode();
      if (keyNode instanceof ScalarNode scalar) {
        add(scalar.getValue(), line(keyNode), tuple.getValueNode(), known);
      } else {
        problems.add(new JobProblem(line(keyNode), path, "has " + kind(keyNode) + " as a key"));
      }
    }
  }

  private void add(String key, int keyLine, Node value, Collection<String> known) {
    String name = JobKeys.dotted(path, key);
    if (!known.contains(key)) {
      problems.add(new JobProblem(keyLine, name, JobKeys.unknown(path, key, known)));
      return;
    }
    Entry first = entries.putIfAbsent(key, new Entry(keyLine, value));
    if (first != null) {
      String sentence = "is given twice, first in line " + first.line() + ": keep one";
      problems.add(new JobProblem(keyLine, name, sentence));
    }
  }

  private static String wanted(Collection<String> known) {
    List<String> some = new ArrayList<>(known).subList(0, Math.min(3, known.size()));
    return "it takes keys and values, such as " + String.join(", ", some);
  }

  private static String text(Node node) throws WrongValue {
    if (!(node instanceof ScalarNode scalar)) {
      throw new WrongValue("is " + kind(node) + ": it takes a single value");
    }
    if (scalar.getTag().equals(Tag.NULL)) {
      throw new WrongValue("has no value: write one, or delete the key");
    }
    return scalar.getValue().strip();
  }

  private static String kind(Node node) {
    return switch (node.getNodeId()) {
      case mapping -> "a group of keys";
      case sequence -> "a list";
      default -> "a single value";
    };
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
