// Puts the files that pdf.js loads at run time under public/pdf, from the very version that react-pdf brings.
import { cpSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const fromReactPdf = createRequire(createRequire(import.meta.url).resolve("react-pdf"));
const pdfjs = dirname(fromReactPdf.resolve("pdfjs-dist/package.json"));
const target = join(import.meta.dirname, "public/pdf");

mkdirSync(target, { recursive: true });
cpSync(join(pdfjs, "build/pdf.worker.min.mjs"), join(target, "pdf.worker.min.mjs"));
for (const folder of ["cmaps", "standard_fonts", "wasm", "iccs"]) {
  cpSync(join(pdfjs, folder), join(target, folder), { recursive: true });
}
