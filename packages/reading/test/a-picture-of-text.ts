import sharp from "sharp";

/** Lines of text drawn black on white, or in colours, `size` pixels high; turned clockwise by `degrees` when given. */
export async function aPictureOfText(
  lines: string[],
  { size = 28, ink = "#000", paper = "#fff", degrees = 0 } = {},
): Promise<Buffer> {
  const width = Math.round(Math.max(...lines.map((line) => line.length)) * size * 0.62 + 4 * size);
  const height = Math.round((lines.length + 1.5) * size * 1.6);
  const texts = lines.map(
    (line, index) =>
      `<text x="${2 * size}" y="${(index + 1.7) * size * 1.6}" font-size="${size}" font-family="sans-serif" fill="${ink}">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper}"/>${texts.join("")}</svg>`;
  const upright = await sharp(Buffer.from(svg)).flatten({ background: paper }).png().toBuffer();
  return sharp(upright).rotate(degrees, { background: paper }).png().toBuffer();
}
