package io.qarion.core.file;

import java.util.Comparator;

/** Orders names as people do: {@code day2} before {@code day10}; otherwise by code point. */
public final class NaturalOrder implements Comparator<String> {

  public static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String left, String right) {
    int i = 0;
    int j = 0;
    while (i < left.length() && j < right.length()) {
      int result;
      if (isDigit(left, i) && isDigit(right, j)) {
        int leftEnd = endOfDigits(left, i);
        int rightEnd = endOfDigits(right, j);
        result = compareNumbers(left.substring(i, leftEnd), right.substring(j, rightEnd));
        i = leftEnd;
        j = rightEnd;
      } else {
        result = Integer.compare(left.codePointAt(i), right.codePointAt(j));
        i += Character.charCount(left.codePointAt(i));
        j += Character.charCount(right.codePointAt(j));
      }
      if (result != 0) {
        return result;
      }
    }
    int rest = Integer.compare(left.length() - i, right.length() - j);
    return rest != 0 ? rest : left.compareTo(right);
  }

  private static int compareNumbers(String left, String right) {
    String a = left.replaceFirst("^0+(?=.)", "");
    String b = right.replaceFirst("^0+(?=.)", "");
    return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
  }

  private static boolean isDigit(String text, int at) {
    char c = text.charAt(at);
    return c >= '0' && c <= '9';
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text, end)) {
      end++;
    }
    return end;
  }
}
