import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import { z } from "zod";
import type { FeatureValue, KnownBefore } from "../features/feature";
import { features } from "../features/features";

/** The values of all features of a document, by name. */
export const FeatureValues = z.record(z.string(), z.union([z.number(), z.string(), z.null()]));
export type FeatureValues = z.infer<typeof FeatureValues>;

/** Changes when a feature is added, removed or measured in another way. */
export const featuresVersion: string = versionOf(
  features.map(({ name, version }) => `${name}@${version}`).join(" "),
);

/** Returns the value of every feature. Takes about a millisecond for each ten pages. */
export function measureDocument(model: ParsedDocument, known: KnownBefore): FeatureValues {
  const words = model.text.match(/\p{L}[\p{L}\p{M}]*|\p{N}+/gu) ?? [];
  return Object.fromEntries(
    features.map(({ name, measure }): [string, FeatureValue] => [
      name,
      measure({ model, known, words }),
    ]),
  );
}

/** Returns what is known of a document beside its text when it is understood. */
export function knownBefore(
  model: ParsedDocument,
  { source, size }: { source: string; size: number },
): KnownBefore {
  const isMail = mailFormats.has(model.format);
  return {
    source: isMail ? "mail" : source,
    size,
    sender: (isMail && model.metadata.from) || null,
    nearDuplicates: null,
  };
}

const mailFormats: ReadonlySet<string> = new Set(["eml", "msg", "mbox", "pst"]);

/** FNV-1a, as eight hexadecimal digits. */
function versionOf(names: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < names.length; at += 1)
    hash = Math.imul(hash ^ names.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}
