package io.limner.job.cli;

import io.limner.job.coverage.Coverage;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The proof of coverage, for people. */
final class CoverageText {
    private static final int MOST_STRATA = 12;
    private static final int MOST_PAIRS = 5;

    private CoverageText() {}

    static void print(PrintWriter out, Coverage coverage) {
        out.println("proof        " + Quantity.count(coverage.looked()) + " samples "
                + (coverage.complete() ? "counted, all there are" : "looked at, spread over all; shares, not counts"));
        parts(out, "variants", coverage.variants());
        parts(out, "split", coverage.splits());
        for (Coverage.Marginal marginal : coverage.marginals()) {
            out.println(marginal.name() + discrepancy(marginal.discrepancy()));
            List<Coverage.Stratum> strata = marginal.strata();
            String line = strata.stream()
                    .limit(MOST_STRATA)
                    .map(stratum -> stratum.label() + ": " + Quantity.count(stratum.samples()))
                    .collect(Collectors.joining("   "));
            out.println("    " + line
                    + (strata.size() > MOST_STRATA ? "   and " + (strata.size() - MOST_STRATA) + " more" : ""));
        }
        double joint = coverage.jointDiscrepancy();
        if (!Double.isNaN(joint)) {
            out.println(String.format(
                    Locale.ROOT, "discrepancy  %.2f of what chance gives, over all ranges together", joint));
        }
        if (coverage.quotas() > 0) {
            out.println("quotas       " + coverage.quotas()
                    + (coverage.complete() ? " counted" : " exact by construction"));
        }
        List<Coverage.Association> pairs = coverage.associations();
        if (!pairs.isEmpty()) {
            out.println("association  (Cramer's V of strata, r of numbers; 0 is independent), the strongest of "
                    + pairs.size() + ":");
            pairs.stream().limit(MOST_PAIRS).forEach(pair -> out.println(pair(pair)));
        }
        if (coverage.unpaired() > 0) {
            out.println("    the last " + coverage.unpaired()
                    + " of the attributes above are in no pair; declare those that matter in the spec");
        }
        out.println("duplicates   " + coverage.duplicatesText());
    }

    private static String pair(Coverage.Association pair) {
        String r = Double.isNaN(pair.correlation()) ? "" : String.format(Locale.ROOT, ", r %.3f", pair.correlation());
        return String.format(Locale.ROOT, "    %s, %s: V %.3f", pair.first(), pair.second(), pair.cramersV())
                + r
                + (pair.byDesign() ? ", by design" : "");
    }

    private static String discrepancy(double discrepancy) {
        return Double.isNaN(discrepancy) ? "" : String.format(Locale.ROOT, "  (discrepancy %.5f)", discrepancy);
    }

    private static void parts(PrintWriter out, String what, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            out.println(String.format(Locale.ROOT, "%-12s ", what)
                    + counts.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + Quantity.count(entry.getValue()))
                            .collect(Collectors.joining("   ")));
        }
    }
}
