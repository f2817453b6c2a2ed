import type { Block } from "../parsed-document";
import { escaped, type Write, whole } from "./markup";

/** Returns a writer that puts a button before each sentence whose time is known. The buttons have no text, so that offsets stay true. */
export function timed(write: Write, blocks: readonly Block[]): Write {
  const byStart = new Map(blocks.map((block) => [block.span[0], timesIn(block)]));
  return ([start, end]) => {
    const times = (byStart.get(start) ?? []).filter(([offset]) => offset < end);
    const [first] = times;
    if (!first) return write([start, end]);
    const sentences = times.map(
      ([offset, ms], index) => buttonOf(ms) + write([offset, times[index + 1]?.[0] ?? end]),
    );
    return (first[0] > start ? write([start, first[0]]) : "") + sentences.join("");
  };
}

function timesIn({ span, time, marks }: Block): [offset: number, ms: number][] {
  if (!time) return [];
  return marks?.map(([offset, ms]) => [span[0] + offset, ms]) ?? [[span[0], time[0]]];
}

function buttonOf(ms: number): string {
  const shown = escaped(clockOf(whole(ms)));
  return `<button type="button" data-ms="${whole(ms)}" data-time="${shown}"></button>`;
}

/** Returns a time as players show it: 0:05, 12:34 or 1:02:03. */
function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const two = (number: number) => String(number).padStart(2, "0");
  const short = `${hours > 0 ? two(minutes) : minutes}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${short}` : short;
}
