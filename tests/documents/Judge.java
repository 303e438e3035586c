// Judges PDF files with veraPDF's machine rules: java Judge.java ua1,3u FILE…  A line for each verdict, exit status 0 if all
// files keep all rules. What is broken follows its verdict, two spaces in: the rule, how often, and the first place.
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Judge {
    public static void main(String[] words) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean allKeep = true;
        for (String file : Arrays.copyOfRange(words, 1, words.length)) {
            for (String rules : words[0].split(",")) {
                allKeep &= keeps(file, PDFAFlavour.fromString(rules));
            }
        }
        System.exit(allKeep ? 0 : 1);
    }

    private static boolean keeps(String file, PDFAFlavour rules) throws Exception {
        try (InputStream data = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(data, rules);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(rules, false)) {
            ValidationResult found = validator.validate(parser);
            System.out.println((found.isCompliant() ? "keeps " : "BREAKS ") + rules + " " + file);
            Map<String, Integer> counts = new TreeMap<>();
            Map<String, String> places = new TreeMap<>();
            for (TestAssertion one : found.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                    counts.merge(rule, 1, Integer::sum);
                    places.putIfAbsent(rule, one.getMessage() + " @ " + one.getLocation().getContext());
                }
            }
            counts.forEach((rule, count) -> System.out.println("  " + rule + " ×" + count + " " + places.get(rule)));
            return found.isCompliant();
        }
    }
}
