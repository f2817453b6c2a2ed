import type { DocumentBuilder } from "@besunny/document-model/document-builder";
import { lineOf } from "../../xml/line-of";
import { descendants, type XmlElement } from "../../xml/xml";
import { addElement } from "./add-html";
import { xmlToHtml } from "./xml-to-html";

/** The parts of a patent in the three vocabularies that the United States patent office has used since 2001. */
const parts = {
  title: ["invention-title", "title-of-invention", "B540"],
  abstract: ["abstract", "subdoc-abstract", "SDOAB"],
  description: ["description", "subdoc-description", "SDODE"],
  claims: ["us-claim-statement-none", "claims", "subdoc-claims", "SDOCL"],
};

export function isPatent({ name }: XmlElement): boolean {
  return /^(us-patent-(application|grant)|patent-application-publication|PATDOC)$/.test(name);
}

/** Title, abstract, description and claims, as they are printed. */
export function addPatent(builder: DocumentBuilder, patent: XmlElement) {
  const title = firstOf(patent, parts.title);
  const name = lineOf(title);
  if (name) builder.metadata.title = name;
  const inventors = inventorsOf(patent);
  if (inventors) builder.metadata.author = inventors;
  builder.add({ kind: "title", text: name });
  addNamed(builder, firstOf(patent, parts.abstract), "ABSTRACT");
  const description = firstOf(patent, parts.description);
  if (description) addElement(builder, xmlToHtml(description, 2));
  addNamed(builder, firstOf(patent, parts.claims), "CLAIMS");
}

function addNamed(builder: DocumentBuilder, part: XmlElement | undefined, name: string) {
  if (!part) return;
  const words = lineOf(part).slice(0, 60).toLowerCase();
  if (!words.startsWith(name.toLowerCase())) builder.add({ kind: "heading", level: 2, text: name });
  addElement(builder, xmlToHtml(part, 2));
}

function firstOf(patent: XmlElement, names: string[]): XmlElement | undefined {
  for (const name of names) {
    const [found] = descendants(patent, name);
    if (found) return found;
  }
  return undefined;
}

function inventorsOf(patent: XmlElement): string {
  const people = ["inventor", "first-named-inventor", "B721"].flatMap((name) =>
    descendants(patent, name),
  );
  return people
    .map((person) =>
      ["first-name", "given-name", "FNM", "last-name", "family-name", "SNM"]
        .flatMap((part) => descendants(person, part).slice(0, 1).map(lineOf))
        .join(" "),
    )
    .filter(Boolean)
    .join(", ");
}
