import type { Detail } from "./detail";

/**
 * Returns details in order that do not overlap. The longest keep their places; of shorter ones the parts stay that no other covers, so that
 * nothing that was found is left out.
 */
export function withoutOverlaps(text: string, details: readonly Detail[]): Detail[] {
  const covered = new Uint8Array(text.length);
  const kept: Detail[] = [];
  const byLength = details
    .map((detail) => inWholeSigns(text, detail))
    .sort((a, b) => b.end - b.start - (a.end - a.start));
  for (const detail of byLength)
    for (const part of freeParts(covered, detail)) {
      covered.fill(1, part.start, part.end);
      if (/[\p{L}\p{N}]/u.test(text.slice(part.start, part.end))) kept.push(part);
    }
  return kept.sort((a, b) => a.start - b.start);
}

/** Half of a sign could not be sent. */
function inWholeSigns(text: string, detail: Detail): Detail {
  const isWithin = (place: number) => (text.codePointAt(place - 1) ?? 0) > 0xffff;
  const start = detail.start - Number(isWithin(detail.start));
  return { ...detail, start, end: detail.end + Number(detail.end > start && isWithin(detail.end)) };
}

function freeParts(covered: Uint8Array, detail: Detail): Detail[] {
  const parts: Detail[] = [];
  let start = -1;
  for (let place = detail.start; place <= detail.end; place++) {
    const isFree = place < detail.end && covered[place] === 0;
    if (isFree && start < 0) start = place;
    if (!isFree && start >= 0) {
      parts.push({ ...detail, start, end: place });
      start = -1;
    }
  }
  return parts;
}
