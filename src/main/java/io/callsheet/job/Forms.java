package io.callsheet.job;

import io.callsheet.model.Credits;
import io.callsheet.model.NearestWord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The forms of values that stand for themselves: words, numbers, amounts. */
final class Forms {

  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}([.][0-9]{1,6})?");
  private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})([.]([0-9]))?%");

  private Forms() {}

  /** Any text but none at all. */
  static Form<String> text(int longest) {
    return text -> {
      if (text.isEmpty()) {
        throw new WrongValue("is empty: write a value, or delete the key");
      }
      if (text.length() > longest) {
        throw WrongValue.of(
            text, "it has " + text.length() + " characters, at most " + longest + " fit");
      }
      return text;
    };
  }

  static Form<String> matching(Pattern pattern, String whatWouldBeRight) {
    return text -> {
      if (!pattern.matcher(text).matches()) {
        throw WrongValue.of(text, whatWouldBeRight);
      }
      return text;
    };
  }

  static Form<Integer> whole(int least, int most) {
    return text -> {
      if (!WHOLE.matcher(text).matches()
          || Integer.parseInt(text) < least
          || Integer.parseInt(text) > most) {
        throw WrongValue.of(text, "write a whole number from " + least + " to " + most);
      }
      return Integer.parseInt(text);
    };
  }

  static Form<Credits> credits(boolean zeroAllowed) {
    return text -> {
      if (!AMOUNT.matcher(text).matches()) {
        throw WrongValue.of(text, "write a number of credits, such as 2000 or 12.5");
      }
      Credits credits = Credits.parse(text);
      if (credits.isZero() && !zeroAllowed) {
        throw WrongValue.of(text, "write more than 0 credits");
      }
      return credits;
    };
  }

  /** A whole number of percent. */
  static Form<Integer> percent() {
    return text -> {
      int thousandths = thousandths(text);
      if (thousandths % 10 != 0) {
        throw WrongValue.of(text, "write a whole number of percent, such as 20%");
      }
      return thousandths / 10;
    };
  }

  /** Percent with at most one decimal, as thousandths. */
  static int thousandths(String text) throws WrongValue {
    var matcher = PERCENT.matcher(text);
    if (!matcher.matches()) {
      String hint = WHOLE.matcher(text).matches() ? text + "%" : "20%";
      throw WrongValue.of(text, "write it in percent, such as " + hint);
    }
    String tenth = matcher.group(3);
    int thousandths =
        Integer.parseInt(matcher.group(1)) * 10 + (tenth == null ? 0 : Integer.parseInt(tenth));
    if (thousandths > 1000) {
      throw WrongValue.of(text, "write at most 100%");
    }
    return thousandths;
  }

  static Form<Boolean> flag() {
    return oneOf(List.of(true, false), String::valueOf);
  }

  /** The constants of an enum, spelled in lower case with hyphens. */
  static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
    return oneOf(
        List.of(type.getEnumConstants()),
        constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  static <T> Form<T> oneOf(Collection<T> values, Function<T, String> word) {
    return text -> {
      for (T value : values) {
        if (word.apply(value).equalsIgnoreCase(text)) {
          return value;
        }
      }
      List<String> words = values.stream().map(word).toList();
      throw WrongValue.of(
          text,
          NearestWord.among(text, words)
              .map(near -> "did you mean `" + near + "`?")
              .orElseGet(() -> "write " + String.join(" or ", words)));
    };
  }
}
