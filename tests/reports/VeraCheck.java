import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/** Prints, for one file and each flavour named after it, how many checks it passed and each fault. */
class VeraCheck {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    for (int i = 1; i < arguments.length; i++) {
      judge(new File(arguments[0]), PDFAFlavour.fromString(arguments[i]));
    }
  }

  private static void judge(File file, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour)) {
      ValidationResult result =
          ValidatorFactory.createValidator(flavour, 1000, false, true, false).validate(parser);
      System.out.printf(
          "%s %s %d%n",
          result.isCompliant() ? "PASS" : "FAIL", flavour.getId(), result.getTotalAssertions());
      for (TestAssertion fault : result.getTestAssertions()) {
        if (fault.getStatus() == TestAssertion.Status.FAILED) {
          System.out.printf("  %s %s%n", fault.getRuleId().getClause(), fault.getMessage());
        }
      }
    }
  }
}
