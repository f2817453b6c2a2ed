import { z } from "zod";
import { AppError } from "../../errors";

/** A file that a sender gave: its bytes, or the address that they are at. */
export type DeliveredFile =
  | { kind: "bytes"; bytes: Uint8Array; fileName: string; mediaType: string }
  | { kind: "address"; url: string; fileName: string | null };

const fileName = z.string().trim().min(1).max(255);
const Given = z.union([
  z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000), fileName: fileName.optional() }),
  z.strictObject({ text: z.string().min(1), fileName: fileName.optional() }),
  z.strictObject({
    content: z.base64().min(1),
    fileName,
    mediaType: z.string().max(255).optional(),
  }),
]);

/**
 * Returns the file of a delivery. JSON holds `url`, `text`, or `content` in Base64 with `fileName`; a body of another media type is the file itself.
 * Throws `INVALID_INPUT` for anything else.
 */
export function deliveredFile(
  body: Uint8Array,
  { mediaType, fileName: named }: { mediaType: string; fileName: string | null },
): DeliveredFile {
  if (body.byteLength === 0) throw wrong("The message is empty");
  if (mediaType !== "application/json")
    return { kind: "bytes", bytes: body, fileName: named ?? "Untitled", mediaType };
  const given = Given.safeParse(jsonOf(body));
  if (!given.success) throw wrong("The message holds no file, text or address");
  const { data } = given;
  if ("url" in data) return { kind: "address", url: data.url, fileName: data.fileName ?? null };
  if ("text" in data)
    return {
      kind: "bytes",
      bytes: new TextEncoder().encode(data.text),
      fileName: data.fileName ?? "Message.txt",
      mediaType: "text/plain",
    };
  return {
    kind: "bytes",
    bytes: Uint8Array.from(Buffer.from(data.content, "base64")),
    fileName: data.fileName,
    mediaType: data.mediaType ?? "application/octet-stream",
  };
}

/** Returns the JSON of a message. Throws `INVALID_INPUT` if it is none. */
export function jsonOf(body: Uint8Array): z.output<ReturnType<typeof z.json>> {
  try {
    return z.json().parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  } catch {
    throw wrong("The message is not JSON");
  }
}

function wrong(message: string): AppError {
  return new AppError("INVALID_INPUT", message, {
    hint: "Send the file itself, or JSON with “url”, with “text”, or with “content” in Base64 and “fileName”.",
  });
}
