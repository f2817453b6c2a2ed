const headerBytes = 512;

/** A file of a TAR by its own header, as old programs write it; `prefix` is the folder that ustar keeps apart. */
export function tarFile(
  name: string,
  content: Buffer,
  { type = "0", prefix = "", mark = "ustar\u000000" } = {},
): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.write(name, 0, 100);
  header.write("0000644\0", 100);
  header.write(`${content.length.toString(8).padStart(11, "0")}\0`, 124);
  header.write("        ", 148);
  header.write(type, 156);
  header.write(mark, 257, "latin1");
  header.write(prefix, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  const padding = Buffer.alloc((headerBytes - (content.length % headerBytes)) % headerBytes);
  return Buffer.concat([header, content, padding]);
}
