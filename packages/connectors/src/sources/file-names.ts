/** In bytes: file systems count those. An ending comes on top. */
const MOST = 200;

/** Returns a name that every file system takes, with the ending. */
export function fileNameOf(name: string, ending = ""): string {
  const plain = name
    .normalize("NFC")
    .replace(/[\p{Cc}/\\:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const bare =
    ending && plain.toLowerCase().endsWith(ending) ? plain.slice(0, -ending.length) : plain;
  if (ending) return `${shortened(bare, MOST)}${ending}`;
  const [, stem = bare, own = ""] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(bare) ?? [];
  return `${shortened(stem, MOST)}${own}`;
}

/** Never cuts a sign in two. */
function shortened(text: string, most: number): string {
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(segment) > most) break;
    kept += segment;
  }
  return kept.trim() || "Untitled";
}
