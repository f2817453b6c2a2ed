#!/usr/bin/env bash
# Files that a PDF names by /AF alone are attachments to nobody but pdf-lib.
#
# Version: @embedpdf/pdfium 2.15.1, pdfjs-dist 6.5.438, @cantoo/pdf-lib 2.11.1
# Seen: a PDF 2.0 file whose catalog names an embedded file by /AF (associated files) and has no
#   /EmbeddedFiles name tree. PDFium: FPDFDoc_GetAttachmentCount is 0. pdf.js: getAttachments() is
#   null. pdf-lib finds the file specification below /AF.
# Expected: the file is an attachment. ISO 32000-2, 14.13, makes /AF enough; the name tree is only
#   one of the two ways in.
# Why it matters: the XML of a hybrid e-invoice can be reached by /AF alone. A reader that asks only
#   PDFium or pdf.js says that the invoice has no XML.
# Way out: read /AF of the catalog and of the pages with a library that shows the objects.
#
# Needs Node 22 or later and npm. Asks no server but the registry.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --ignore-scripts --loglevel=error --save-exact \
  @embedpdf/pdfium@2.15.1 pdfjs-dist@6.5.438 @cantoo/pdf-lib@2.11.1 > npm.log

cat > see.mjs <<'JS'
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PDFArray, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { init } from "@embedpdf/pdfium";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const stream = (content, entries) => `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
const objects = [
  "<< /Type /Catalog /Pages 2 0 R /AF [5 0 R] >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
  stream("", ""),
  "<< /Type /Filespec /F (data.xml) /UF (data.xml) /AFRelationship /Alternative /EF << /F 6 0 R >> >>",
  stream("<a>1</a>", "/Type /EmbeddedFile /Subtype /text#2Fxml"),
];
let text = "%PDF-2.0\n";
const places = objects.map((object, index) => {
  const place = text.length;
  text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  return place;
});
const start = text.length;
const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
text += `xref\n0 7\n0000000000 65535 f \n${rows}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
const pdf = Buffer.from(text, "latin1");

const wasm = await readFile(fileURLToPath(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm")));
const pdfium = await init({ wasmBinary: new Uint8Array(wasm).buffer });
pdfium.PDFiumExt_Init();
const memory = pdfium.pdfium.wasmExports.malloc(pdf.length);
pdfium.pdfium.HEAPU8.set(pdf, memory);
const handle = pdfium.FPDF_LoadMemDocument(memory, pdf.length, "");
assert.equal(pdfium.FPDF_GetPageCount(handle), 1);
const byPdfium = pdfium.FPDFDoc_GetAttachmentCount(handle);

const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
const byPdfjs = await document.getAttachments();

const { catalog } = await PDFDocument.load(pdf);
const byPdfLib = catalog.lookup(PDFName.of("AF"), PDFArray).size();

console.log({ byPdfium, byPdfjs, byPdfLib });
assert.equal(byPdfium, 0);
assert.equal(byPdfjs, null);
assert.equal(byPdfLib, 1);
process.exit(0);
JS
node see.mjs
