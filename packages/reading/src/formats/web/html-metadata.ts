import type { Metadata } from "@besunny/document-model/parsed-document";
import { lineOf } from "../../xml/line-of";
import { descendants, textOf, type XmlElement } from "../../xml/xml";

/** Reads the metadata of a page from its title, meta elements, and JSON-LD. */
export function metadataOf(root: XmlElement): Metadata {
  const named = new Map<string, string>();
  for (const { attributes } of descendants(root, "meta")) {
    const name = (
      attributes.name ??
      attributes.property ??
      attributes.itemprop ??
      ""
    ).toLowerCase();
    const value = (attributes.content ?? "").replace(/\s+/g, " ").trim();
    if (name && value && !named.has(name)) named.set(name, value);
  }
  const linked = linkedData(root);
  const first = (...names: string[]) => names.map((name) => named.get(name)).find(Boolean);
  const [titleElement] = descendants(root, "title");
  const title = lineOf(titleElement) || first("og:title", "dc.title", "twitter:title");
  const author =
    first("author", "dc.creator", "citation_author", "parsely-author") ?? linked.author;
  const subject = first("description", "og:description", "dc.description");
  const keywords = first("keywords")
    ?.split(/[,;]/)
    .map((word) => word.trim())
    .filter(Boolean);
  const createdAt = isoDay(
    first("article:published_time", "dcterms.created", "dc.date", "date", "citation_date") ??
      linked.createdAt,
  );
  const modifiedAt = isoDay(
    first("article:modified_time", "dcterms.modified", "og:updated_time", "last-modified") ??
      linked.modifiedAt,
  );
  return {
    ...(title && { title }),
    ...(author && { author }),
    ...(subject && { subject }),
    ...(keywords?.length && { keywords: keywords.slice(0, 50) }),
    ...(createdAt && { createdAt }),
    ...(modifiedAt && { modifiedAt }),
  };
}

type Linked = Pick<Metadata, "author" | "createdAt" | "modifiedAt">;

function linkedData(root: XmlElement): Linked {
  for (const script of descendants(root, "script")) {
    if (script.attributes.type !== "application/ld+json") continue;
    const source = textOf(script);
    if (source.length > 500_000) continue;
    const found = articleIn(parsed(source), 0);
    if (found) return found;
  }
  return {};
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

function articleIn(value: unknown, depth: number): Linked | null {
  if (typeof value !== "object" || value === null || depth > 3) return null;
  if (Array.isArray(value)) {
    for (const each of value.slice(0, 50)) {
      const found = articleIn(each, depth + 1);
      if (found) return found;
    }
    return null;
  }
  if ("@graph" in value) return articleIn(value["@graph"], depth + 1);
  const author = "author" in value ? nameOf(value.author) : undefined;
  const createdAt = "datePublished" in value ? wordIn(value.datePublished) : undefined;
  const modifiedAt = "dateModified" in value ? wordIn(value.dateModified) : undefined;
  if (!author && !createdAt && !modifiedAt) return null;
  return {
    ...(author && { author }),
    ...(createdAt && { createdAt }),
    ...(modifiedAt && { modifiedAt }),
  };
}

function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join(", ") || undefined;
  if (typeof value === "object" && value !== null && "name" in value) return wordIn(value.name);
  return wordIn(value);
}

function wordIn(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isoDay(value: string | undefined): string | undefined {
  const date = new Date(value ?? "");
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
