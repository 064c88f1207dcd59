package io.callsheet.asset;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A reference as messages show it: on one line, not too long, its ends to be seen; and what cannot
 * be seen is spelled out.
 */
final class Quoted {
  private static final int LONGEST = 200;
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cn}]");
  private static final Pattern WEB =
      Pattern.compile(
          "(\\s*https?://)([^/?#]*@)?([^?#]*).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern SPACE = Pattern.compile("[\\p{Zs}&&[^ ]]");

  private Quoted() {}

  static String of(String reference) {
    String shown = withoutSecrets(reference);
    if (shown.length() > LONGEST) {
      int end = Character.isHighSurrogate(shown.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
      shown = shown.substring(0, end) + "…";
    }
    // Half of a surrogate pair counts as a control here: no terminal or file can show it.
    shown = shown.replaceAll("[\\p{Cntrl}\\p{Cs}]", "�");
    shown = UNSEEN.matcher(shown).replaceAll(Quoted::spelled);
    return "`" + SPACE.matcher(shown).replaceAll(Quoted::spelled) + "`";
  }

  /** A web address loses its query, which may be a signature, and its user. */
  static String withoutSecrets(String reference) {
    Matcher parts = WEB.matcher(reference);
    if (!parts.matches()) {
      return reference;
    }
    String user = parts.group(2) == null ? "" : "…@";
    return parts.group(1) + user + parts.group(3);
  }

  private static String spelled(MatchResult found) {
    return "<U+%04X>".formatted(found.group().codePointAt(0));
  }
}
