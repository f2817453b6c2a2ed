import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { init, type WrappedPdfiumModule } from "@embedpdf/pdfium";
import { corrupt, encrypted } from "../../../contract/refusals";
import { callDirectly } from "./direct-calls";

export type Pdfium = WrappedPdfiumModule;

export type PdfDocument = {
  pdfium: Pdfium;
  handle: number;
  form: number;
  pageCount: number;
  close(): void;
};

let loading: Promise<Pdfium> | undefined;

/** PDFium, loaded once a process. */
export function loadPdfium(): Promise<Pdfium> {
  loading ??= load();
  return loading;
}

/** Forgets a PDFium that crashed: the next call loads a new one. */
export function forgetPdfium() {
  loading = undefined;
}

async function load(): Promise<Pdfium> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm")));
  const pdfium = await init({ wasmBinary: new Uint8Array(wasm).buffer });
  pdfium.PDFiumExt_Init();
  callDirectly(pdfium);
  return pdfium;
}

const wrongPassword = 4;

/** Throws `ReadingError`: ENCRYPTED where no given password opens it, else CORRUPT. */
export async function openPdf(bytes: Buffer, password = ""): Promise<PdfDocument> {
  const pdfium = await loadPdfium();
  const memory = pdfium.pdfium.wasmExports.malloc(bytes.length);
  if (memory === 0) throw new RangeError("allocation failed");
  heapOf(pdfium).set(bytes, memory);

  let handle = 0;
  for (const attempt of new Set([password, password.normalize("NFKC"), ""])) {
    handle = pdfium.FPDF_LoadMemDocument(memory, bytes.length, attempt);
    if (handle !== 0) break;
  }
  if (handle === 0) {
    const reason = pdfium.FPDF_GetLastError();
    pdfium.pdfium.wasmExports.free(memory);
    throw reason === wrongPassword ? encrypted("The PDF") : corrupt("The PDF");
  }
  // With this environment PDFium draws the values of fields that came without a look of their own.
  const formInfo = pdfium.PDFiumExt_OpenFormFillInfo();
  const form = pdfium.PDFiumExt_InitFormFillEnvironment(handle, formInfo);
  return {
    pdfium,
    handle,
    form,
    pageCount: pdfium.FPDF_GetPageCount(handle),
    close() {
      try {
        pdfium.PDFiumExt_ExitFormFillEnvironment(form);
        pdfium.PDFiumExt_CloseFormFillInfo(formInfo);
        pdfium.FPDF_CloseDocument(handle);
        pdfium.pdfium.wasmExports.free(memory);
      } catch {
        forgetPdfium();
      }
    },
  };
}

/** Returns a view of the heap. The heap may move when it grows, so nobody may keep the view. */
export function heapOf(pdfium: Pdfium): Uint8Array {
  const module: object = pdfium.pdfium;
  if ("HEAPU8" in module && module.HEAPU8 instanceof Uint8Array) return module.HEAPU8;
  throw new TypeError("PDFium came without its memory");
}

/** Memory of PDFium for the length of one call. */
export function withMemory<Result>(
  pdfium: Pdfium,
  size: number,
  work: (address: number) => Result,
): Result {
  const address = pdfium.pdfium.wasmExports.malloc(size);
  if (address === 0) throw new RangeError("allocation failed");
  try {
    return work(address);
  } finally {
    pdfium.pdfium.wasmExports.free(address);
  }
}

/** A text that PDFium writes as UTF-16 into memory of the caller's, ended by a zero; the call returns its size in bytes. */
export function readString(
  pdfium: Pdfium,
  write: (address: number, size: number) => number,
): string {
  const size = write(0, 0);
  if (size <= 2 || size > 1_000_000) return "";
  return withMemory(pdfium, size, (address) => {
    write(address, size);
    return pdfium.pdfium.UTF16ToString(address);
  });
}
