package io.limner.renderer.head.pack;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The files of the package that may be read at all: those that MakeHuman released under CC0 in September 2020, and the list of
 * names that makes sense of the targets. Everything else in the archive is skipped unread.
 */
public final class AllowList {
    private static final List<Pattern> ALLOWED = List.of(
            Pattern.compile("package/public/data/models/human_full_size\\.json"),
            Pattern.compile("package/public/data/targets/targets\\.bin"),
            Pattern.compile("package/src/json/targets/target-list\\.json"),
            Pattern.compile("package/public/data/skins/young_(african|asian|caucasian)_(female|male)/textures/"
                    + "young_(dark|light)skinned_(female|male)_diffuse[23]?\\.png"),
            Pattern.compile("package/public/data/proxies/eyes/(Low-Poly|HighPolyEyes)/.+\\.(json|png)"),
            Pattern.compile("package/public/data/proxies/teeth/Teeth_Base/.+\\.(json|png)"),
            Pattern.compile("package/public/data/proxies/tongue/tongue01/.+\\.(json|png)"),
            Pattern.compile("package/public/data/proxies/eyebrows/eyebrow0(0[1-9]|1[0-2])/.+\\.(json|png)"),
            Pattern.compile("package/public/data/proxies/eyelashes/[Ee]yelashes0[1-4]/.+\\.(json|png)"));

    private AllowList() {}

    /** Whether the entry of this name may be read. */
    public static boolean permits(String entry) {
        return !entry.contains("..")
                && ALLOWED.stream().anyMatch(p -> p.matcher(entry).matches());
    }
}
