type Parts = {
  /** Further objects, numbered from 6. */
  objects?: string[];
  /** Entries of the page's, the catalog's and the fonts' dictionary. */
  page?: string;
  catalog?: string;
  fonts?: string;
  mediaBox?: string;
};

/** A PDF of one page written by hand, with Helvetica as /F1, for what no library would write. */
export function aRawPdf(content: string, parts: Parts = {}): Buffer {
  const { objects = [], page = "", catalog = "", fonts = "", mediaBox = "0 0 600 800" } = parts;
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R ${fonts} >> >> ${page} >>`,
    aStream(content),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...objects,
  ];
  let text = "%PDF-1.7\n";
  const places: number[] = [];
  for (const [index, object] of all.entries()) {
    places.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = text.length;
  const rows = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

export function aStream(content: string, entries = ""): string {
  return `<< /Length ${Buffer.byteLength(content, "latin1")} ${entries} >>\nstream\n${content}\nendstream`;
}

/** Returns three objects, from `first` on: a font whose code n, in two bytes, means the n-th text, each one em wide. */
export function aFontOf(texts: string[], first: number): string[] {
  const rows = texts.map((text, index) => `<${hex(index + 1)}> <${utf16(text)}>`);
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${rows.length} beginbfchar
${rows.join("\n")}
endbfchar endcmap CMapName currentdict /CMap defineresource pop end end`;
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /Any /Encoding /Identity-H /DescendantFonts [${first + 1} 0 R] /ToUnicode ${first + 2} 0 R >>`,
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Any /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>",
    aStream(map),
  ];
}

function hex(code: number): string {
  return code.toString(16).padStart(4, "0").toUpperCase();
}

function utf16(text: string): string {
  return [...Array(text.length).keys()].map((index) => hex(text.charCodeAt(index))).join("");
}

/** Codes of `aFontOf`, counted from 1, as a string of a content stream. */
export function codes(...numbers: number[]): string {
  return `<${numbers.map(hex).join("")}>`;
}
