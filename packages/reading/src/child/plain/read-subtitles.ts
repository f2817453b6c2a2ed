import type { DocumentModel } from "../../document-model";
import { createModelBuilder } from "../../model-builder";
import { decodeText } from "../decode-text";
import type { Source } from "../read-file";
import { parseHtml, textOf } from "../tree/xml";

/** Subtitles as a transcript: one paragraph for what one speaker says at a stretch. */
export async function readSubtitles(source: Source): Promise<DocumentModel> {
  const builder = createModelBuilder(source);
  builder.startPage({ kind: "flow" });
  let open: { speaker: string; text: string } | null = null;
  for (const cue of cuesOf(decodeText(source.bytes))) {
    if (open && open.speaker === cue.speaker && open.text.length < 600) open.text += ` ${cue.text}`;
    else {
      if (open) builder.add({ kind: "paragraph", text: spoken(open) });
      open = cue;
    }
  }
  if (open) builder.add({ kind: "paragraph", text: spoken(open) });
  return builder.build();
}

type Cue = { speaker: string; text: string };

function spoken({ speaker, text }: Cue): string {
  return speaker ? `${speaker}: ${text}` : text;
}

function cuesOf(file: string): Cue[] {
  return file
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .flatMap((part) => {
      const lines = part.split("\n");
      const timing = lines.findIndex((line) => line.includes("-->"));
      if (timing < 0) return [];
      const marked = lines.slice(timing + 1).join("\n");
      const speaker = /<v(?:\.[\w.-]+)?\s+([^>]+)>/.exec(marked)?.[1]?.trim() ?? "";
      const text = textOf(parseHtml(marked.replace(/<[^>]*>/g, "")))
        .replace(/\s+/g, " ")
        .trim();
      return text ? [{ speaker, text }] : [];
    });
}
