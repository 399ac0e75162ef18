package io.nordwand.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/**
 * A page as a browser with htmx 4 holds it: applies the partials of a message the way htmx does, which looks up all
 * targets before it changes anything.
 */
final class Browser {

    private record Task(Element target, String swap, List<Node> content) {}

    private final Document page;

    Browser(String html) {
        page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
    }

    Document page() {
        return page;
    }

    void receive(String message) {
        String html = message.replaceAll("<hx-partial(\\s|>)", "<template hx type=\"partial\"$1")
                .replace("</hx-partial>", "</template>");
        List<Task> tasks = new ArrayList<>();
        for (Element partial : Jsoup.parseBodyFragment(html).body().children()) {
            assertThat(partial.tagName()).isEqualTo("template");
            List<Element> targets = page.select(partial.attr("hx-target"));
            assertThat(targets).as(partial.attr("hx-target")).hasSize(1);
            tasks.add(new Task(targets.get(0), partial.attr("hx-swap"), new ArrayList<>(partial.childNodes())));
        }
        tasks.forEach(Browser::apply);
    }

    private static void apply(Task task) {
        Element target = task.target();
        switch (task.swap()) {
            case "delete" -> target.remove();
            case "outerMorph" -> {
                task.content().forEach(target::before);
                target.remove();
            }
            case "afterbegin" -> target.prependChildren(task.content());
            case "afterend" -> {
                Node last = target;
                for (Node node : task.content()) {
                    last.after(node);
                    last = node;
                }
            }
            default -> throw new AssertionError("Unknown swap " + task.swap());
        }
    }

    /** The HTML without blank text, so that only what matters is compared. */
    String html(String selector) {
        Element copy = page.expectFirst(selector).clone();
        List<Node> blanks = new ArrayList<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && text.isBlank()) {
                        blanks.add(node);
                    }
                },
                copy);
        blanks.forEach(Node::remove);
        return copy.outerHtml();
    }

    List<String> ids(String selector) {
        return page.select(selector).eachAttr("id");
    }
}
