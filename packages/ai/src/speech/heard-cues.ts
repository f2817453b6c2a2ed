import type { HeardPart } from "@besunny/document-model/transcripts/heard";
import { millisecondsOf } from "@besunny/document-model/transcripts/speaker-turns";

const timing = /^\s*((?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3})\s*-->\s*((?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3})/;

/** Returns the cues of subtitles (VTT or SRT) as servers write them; null for other texts. */
export function heardCues(body: string): HeardPart[] | null {
  if (!/^WEBVTT/.test(body) && !/^\d+\s*\n\s*[\d:]+,\d/.test(body)) return null;
  return body
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/)
    .flatMap((cue): HeardPart[] => {
      const lines = cue.split("\n");
      const at = lines.findIndex((line) => timing.test(line));
      const [, start = "", end = ""] = timing.exec(lines[at] ?? "") ?? [];
      const marked = lines.slice(at + 1).join(" ");
      const speaker = /^<v(?:\.\S+)?\s+([^>]{1,200})>/.exec(marked)?.[1]?.trim() ?? null;
      const text = marked.replace(/<[^<>]{0,300}>/g, "").trim();
      if (at < 0 || text === "") return [];
      return [
        {
          text,
          speaker,
          startMs: millisecondsOf(start) ?? null,
          endMs: millisecondsOf(end) ?? null,
          confidence: null,
        },
      ];
    });
}
