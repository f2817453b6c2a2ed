import type { Archive } from "../../../archive/archive";
import { descendants, parseXml, type XmlElement } from "../../../xml/xml";
import { numeral } from "./numerals";

/** Footnotes, endnotes and comments, by their references. */
export type Notes = {
  /** Returns the mark of a reference: numbers for footnotes, roman numerals for endnotes, null if it refers to no note. */
  markOf(reference: XmlElement): string | null;
  /** Returns the note with that mark only once, so that a note that refers to itself does not repeat without end. */
  noteOf(mark: string): { body: XmlElement; part: string } | undefined;
  /** Returns the comment, also only once. */
  commentOf(id: string): Comment | undefined;
};

export type Comment = { author: string; body: XmlElement };

export async function readNotes(
  archive: Archive,
  parts: {
    footnotes: string | undefined;
    endnotes: string | undefined;
    comments: string | undefined;
  },
): Promise<Notes> {
  const footnotes = await notesIn(archive, parts.footnotes, "footnote");
  const endnotes = await notesIn(archive, parts.endnotes, "endnote");
  const comments = await notesIn(archive, parts.comments, "comment");
  const marks = new Map<XmlElement, string>();
  const bodies = new Map<string, { body: XmlElement; part: string }>();
  let [feet, ends] = [0, 0];

  return {
    markOf(reference) {
      const isFoot = reference.name === "footnoteReference";
      const body = (isFoot ? footnotes : endnotes).get(reference.attributes.id ?? "");
      const part = isFoot ? parts.footnotes : parts.endnotes;
      if (!body || !part) return null;
      const known = marks.get(body);
      if (known !== undefined) return known;
      const mark = isFoot ? String(++feet) : numeral(++ends, "lowerRoman");
      marks.set(body, mark);
      bodies.set(mark, { body, part });
      return mark;
    },
    noteOf(mark) {
      const note = bodies.get(mark);
      bodies.delete(mark);
      return note;
    },
    commentOf(id) {
      const body = comments.get(id);
      comments.delete(id);
      return body && { author: body.attributes.author ?? "", body };
    },
  };
}

async function notesIn(
  archive: Archive,
  part: string | undefined,
  name: string,
): Promise<Map<string, XmlElement>> {
  if (!part) return new Map();
  return new Map(
    descendants(parseXml(await archive.text(part)), name)
      .filter(({ attributes: { type } }) => !type || type === "normal")
      .map((each) => [each.attributes.id ?? "", each]),
  );
}
