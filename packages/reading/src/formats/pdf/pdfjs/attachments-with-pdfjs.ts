import type { Part } from "../../../contract/part";
import type { ReaderInput } from "../../../contract/reader-input";
import { openWithPdfjs } from "./pdfjs-fallback";

const mostPages = 500;

/** For files that PDFium lists but cannot take out, as where their entry lacks the name under which it looks. */
export async function attachmentsWithPdfjs(source: ReaderInput): Promise<Part[]> {
  const loading = openWithPdfjs(source);
  try {
    const document = await loading.promise;
    const wanted = [...((await document.getAttachments()) ?? [])].map(
      ([id, { filename }]): Wanted => ({ id, fileName: filename }),
    );
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
      const page = await document.getPage(number);
      for (const annotation of await page.getAnnotations()) wanted.push(...pinnedIn(annotation));
    }
    const found: Part[] = [];
    for (const { id, fileName } of wanted) {
      const content: unknown = await document.getAttachmentContent(id).catch(() => null);
      if (content instanceof Uint8Array)
        found.push({
          fileName,
          mediaType: "application/octet-stream",
          bytes: Buffer.from(content),
          isInline: false,
        });
    }
    return found;
  } catch {
    return [];
  } finally {
    await loading.destroy();
  }
}

type Wanted = { id: string; fileName: string };

function pinnedIn(annotation: unknown): Wanted[] {
  if (typeof annotation !== "object" || annotation === null) return [];
  const file = "file" in annotation ? annotation.file : null;
  const id = "fileId" in annotation ? annotation.fileId : null;
  if (typeof file !== "object" || file === null || typeof id !== "string") return [];
  const name = "filename" in file && typeof file.filename === "string" ? file.filename : "";
  return [{ id, fileName: name }];
}
