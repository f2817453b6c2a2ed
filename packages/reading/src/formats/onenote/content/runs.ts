import { decodeAs } from "../../../detect/decode-as";
import { localeCodePage } from "../../../detect/locale-code-page";
import { encodingOfCharset } from "../../office/rtf/code-pages";
import type { ObjectSpace, OneObject } from "../store/one-store";
import type { PropertySet } from "../store/properties";
import { propertyIds } from "../store/property-ids";
import { textOf } from "../store/values";

/** A stretch of text of one look. `style` is null where the file has none; `data` is what the file states for an object in it. */
export type Run = { text: string; style: OneObject | null; data: PropertySet | undefined };

/** Returns the text of a paragraph in runs. The ends of all runs but the last are beside the text, and each run has a style. */
export function runsOf(node: OneObject, space: ObjectSpace): Run[] {
  const styles = (node.objects.get(propertyIds.runFormatting) ?? []).map((id) => space.object(id));
  const data = node.sets.get(propertyIds.runData) ?? [];
  const text = wholeText(node, styles[0] ?? null);
  const ends = endsOf(node.bytes.get(propertyIds.runIndex));
  let from = 0;
  const runs = [...ends, text.length].map((end, index) => {
    const part = text.slice(from, end);
    from = Math.max(from, end);
    return { text: part, style: styles[index] ?? null, data: data[index] };
  });
  return runs.filter((run) => run.text !== "").flatMap(splitAtField);
}

function endsOf(stored: Buffer | undefined): number[] {
  const count = Math.floor((stored?.length ?? 0) / 4);
  return Array.from({ length: count }, (_, index) => stored?.readUInt32LE(index * 4) ?? 0);
}

/** Some programs write the address of a link in the run before. */
function splitAtField(run: Run): Run[] {
  const at = run.text.indexOf("\uFDDF");
  if (at <= 0) return [run];
  return [
    { ...run, text: run.text.slice(0, at) },
    { ...run, text: run.text.slice(at) },
  ];
}

function wholeText(node: OneObject, style: OneObject | null): string {
  const unicode = textOf(node, propertyIds.text);
  const narrow = node.bytes.get(propertyIds.text8Bit);
  if (unicode !== "" || !narrow) return unicode;
  const end = narrow.indexOf(0);
  const bytes = end === -1 ? narrow : narrow.subarray(0, end);
  return decodeAs(bytes, encodingOf(node, style)) ?? bytes.toString("latin1");
}

function encodingOf(node: OneObject, style: OneObject | null): string {
  const charset = style?.numbers.get(propertyIds.charset) ?? 0;
  const named = charset > 1 ? encodingOfCharset(charset) : undefined;
  const locale = node.numbers.get(propertyIds.language) ?? 0;
  return named ?? `windows-${localeCodePage(locale)}`;
}
