package io.callsheet.job;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads and checks job files. */
public final class JobLoader {

  private static final int MOST_BYTES = 1 << 20;
  private static final int DEEPEST = 20;
  private static final int MOST_ALIASES = 20;

  private final SandboxReader sandboxReader;

  /**
   * @param faultNames the faults that the sandbox knows, for {@code sandbox.faults}
   */
  public JobLoader(Set<String> faultNames) {
    this.sandboxReader = new SandboxReader(Set.copyOf(faultNames));
  }

  /**
   * Reads a job file; relative paths in it begin at its own folder.
   *
   * @param file as the user named it: messages repeat it
   * @throws JobFileProblems with everything that is wrong with the file, or that it cannot be read
   */
  public Job load(Path file) throws JobFileProblems {
    Node node = compose(file, text(file));
    if (node == null) {
      throw unreadable(file, 0, "the file is empty: it needs at least name, manifest, assets, …");
    }
    List<JobProblem> problems = new ArrayList<>();
    JobReader reader = new JobReader(file.toAbsolutePath().normalize(), sandboxReader);
    Job job = reader.read(Section.root(node, problems));
    if (!problems.isEmpty()) {
      throw new JobFileProblems(file, problems);
    }
    return job;
  }

  private static String text(Path file) throws JobFileProblems {
    try {
      if (!Files.isRegularFile(file)) {
        throw unreadable(
            file,
            0,
            Files.exists(file) ? "is not a file: name a job file" : "there is no such file");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw unreadable(file, 0, "is larger than 1 MB: that is no job file");
      }
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw unreadable(file, 0, "is not UTF-8: save it as UTF-8 text");
    } catch (AccessDeniedException e) {
      throw unreadable(file, 0, "may not be read: check its permissions");
    } catch (IOException e) {
      throw unreadable(file, 0, "cannot be read: " + e.getMessage());
    }
  }

  /** Nodes rather than objects: they know their lines, and nothing of the file is instantiated. */
  private static @Nullable Node compose(Path file, String text) throws JobFileProblems {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MOST_BYTES);
    limits.setNestingDepthLimit(DEEPEST);
    limits.setMaxAliasesForCollections(MOST_ALIASES);
    try {
      return new Yaml(limits).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw unreadable(file, mark == null ? 0 : mark.getLine() + 1, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw unreadable(file, 0, "not a YAML file that can be used: " + firstLine(e));
    }
  }

  private static String firstLine(YAMLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
  }

  private static JobFileProblems unreadable(Path file, int line, String problem) {
    return new JobFileProblems(file, List.of(new JobProblem(line, "", problem)));
  }
}
