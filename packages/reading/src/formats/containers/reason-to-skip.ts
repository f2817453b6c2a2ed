import type { Packed } from "./zip-entries";

const programs =
  /\.(exe|dll|so|dylib|msi|com|scr|class|jar|o|obj|lib|a|pyc|wasm|apk|bin|dat|sys|deb|rpm|dmg|iso|img)$/i;
const media =
  /\.(mp3|mp4|m4a|m4v|wav|ogg|flac|avi|mov|mkv|webm|wmv|wma|ttf|otf|woff2?|eot|ico|psd|ai|cur|swf|css|map|lock)$/i;

/** Outlook packs a mail and its files so, and other programs save it under this name. */
const mailOfOutlook = /(^|\/)(winmail|att\d+)\.dat$/i;

/** Returns why a file of an archive is not read as a document, or "" if the file may be a document. */
export function reasonToSkip({ name, isEncrypted }: Packed): string {
  if (isEncrypted) return "left out: protected by a password";
  if (/(^|\/)__MACOSX\//i.test(name) || /(^|\/)(thumbs\.db|desktop\.ini)$/i.test(name))
    return "left out: made by the system";
  if (/(^|\/)\.[^./]/.test(name)) return "left out: hidden";
  if (/\.onetoc2?$/i.test(name)) return "left out: the table of contents of a OneNote notebook";
  if (programs.test(name) && !mailOfOutlook.test(name)) return "left out: a program or its data";
  return media.test(name) ? "left out: no document" : "";
}
