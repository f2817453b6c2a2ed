import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { lineOf } from "../../xml/line-of";
import { child, descendants, textOf, type XmlElement } from "../../xml/xml";
import { addHtml } from "./add-html";

/** The entries of an RSS or Atom feed. False where there are none. */
export function addFeed(builder: DocumentBuilder, feed: XmlElement): boolean {
  const entries = [...descendants(feed, "item"), ...descendants(feed, "entry")];
  if (entries.length === 0) return false;
  const channel = child(feed, "channel") ?? feed;
  const title = lineOf(child(channel, "title"));
  if (title) builder.metadata.title = title;
  builder.add({ kind: "title", text: title });
  builder.add({ kind: "paragraph", text: lineOf(child(channel, "description")) });
  for (const entry of entries) {
    builder.add({ kind: "heading", level: 2, text: lineOf(child(entry, "title")) });
    const date = child(entry, "pubDate") ?? child(entry, "updated") ?? child(entry, "date");
    const author = child(entry, "author") ?? child(entry, "creator");
    const line = [lineOf(date), lineOf(author)].filter(Boolean).join(", ");
    builder.add({ kind: "paragraph", text: line });
    const body = ["encoded", "content", "description", "summary"]
      .map((name) => child(entry, name))
      .find((each) => each !== undefined && textOf(each).trim() !== "");
    if (body) addHtml(builder, textOf(body));
  }
  return true;
}
