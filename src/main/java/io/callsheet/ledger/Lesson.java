package io.callsheet.ledger;

import java.util.function.UnaryOperator;

/**
 * What a turn has taught about the times of renders of one kind.
 *
 * @param addTo makes what the ledger is to hold from what it holds; empty before the first lesson
 */
public record Lesson(RenderKind kind, UnaryOperator<String> addTo) {

  /** Both as one. */
  Lesson then(Lesson next) {
    return new Lesson(kind, text -> next.addTo.apply(addTo.apply(text)));
  }
}
