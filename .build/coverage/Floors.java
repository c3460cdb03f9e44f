import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Compares the line coverage of every package, over the tests of all modules, with its floor. */
void main(String[] args) throws Exception {
  var floors = new Properties();
  try (var reader = Files.newBufferedReader(Path.of(args[1]))) {
    floors.load(reader);
  }
  Map<String, long[]> lines = new TreeMap<>();
  for (String line : Files.readAllLines(Path.of(args[0])).stream().skip(1).toList()) {
    String[] cells = line.split(",");
    long[] sums = lines.computeIfAbsent(cells[1], _ -> new long[2]);
    sums[0] += Long.parseLong(cells[7]);
    sums[1] += Long.parseLong(cells[8]);
  }
  boolean tooLow = false;
  for (var entry : lines.entrySet()) {
    long missed = entry.getValue()[0];
    long covered = entry.getValue()[1];
    double share = missed + covered == 0 ? 1 : (double) covered / (missed + covered);
    double floor = floor(floors, entry.getKey());
    if (share < floor) {
      tooLow = true;
      IO.println(
          "%s: %.1f %% of the lines are tested, %.0f %% are asked for. See the report in .build/coverage/target/site."
              .formatted(entry.getKey(), share * 100, floor * 100));
    }
  }
  if (tooLow) {
    System.exit(1);
  }
}

double floor(Properties floors, String name) {
  for (String at = name; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
    if (floors.containsKey(at)) {
      return Double.parseDouble(floors.getProperty(at));
    }
  }
  return 0;
}
