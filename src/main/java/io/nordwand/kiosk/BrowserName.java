package io.nordwand.kiosk;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a short name of what a browser says it is: "Chrome 85, Tizen"; what nobody knows is shown as it came. */
final class BrowserName {

    /** Longest that is kept of it. */
    static final int LONGEST = 300;

    private static final int SHORT = 40;

    private record Sign(String word, Pattern pattern) {}

    /** The first that fits counts, since many browsers also claim to be others. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edge", Pattern.compile("Edg(?:e|A)?/(\\d+)")),
            new Sign("Samsung Internet", Pattern.compile("SamsungBrowser/(\\d+)")),
            new Sign("Firefox", Pattern.compile("Firefox/(\\d+)")),
            new Sign("Chrome", Pattern.compile("(?:Headless)?Chrom(?:e|ium)/(\\d+)")),
            new Sign("Safari", Pattern.compile("Version/(\\d+)[.\\d]* .*Safari/")));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("Tizen", Pattern.compile("Tizen")),
            new Sign("webOS", Pattern.compile("Web0S|webOS")),
            new Sign("Fire TV", Pattern.compile("AFT[A-Z]")),
            new Sign("Android", Pattern.compile("Android")),
            new Sign("ChromeOS", Pattern.compile("CrOS")),
            new Sign("Windows", Pattern.compile("Windows")),
            new Sign("iPadOS", Pattern.compile("iPad")),
            new Sign("iOS", Pattern.compile("iPhone")),
            new Sign("macOS", Pattern.compile("Mac OS X")),
            new Sign("Linux", Pattern.compile("Linux")));

    private BrowserName() {}

    static String of(String agent) {
        StringBuilder name = new StringBuilder();
        for (Sign browser : BROWSERS) {
            Matcher matcher = browser.pattern().matcher(agent);
            if (matcher.find()) {
                name.append(browser.word()).append(' ').append(matcher.group(1));
                break;
            }
        }
        if (name.isEmpty()) {
            return agent.length() <= SHORT ? agent : agent.substring(0, SHORT - 1) + "…";
        }
        SYSTEMS.stream()
                .filter(system -> system.pattern().matcher(agent).find())
                .findFirst()
                .ifPresent(system -> name.append(", ").append(system.word()));
        return name.toString();
    }
}
