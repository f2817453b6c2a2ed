import { lstatSync } from "node:fs";
import { join, parse, resolve } from "node:path";
import type { ParsedDocument } from "@besunny/document-model/parsed-document";
import type { CutRecording } from "../contract/cut-recording";

/**
 * Returns what puts the files that a child wrote where the caller wanted them: in `outputDirectory`, which the child knows as `output`. A child that a
 * file took over may name any of our files, or put a link in place of a written file. Both are left out.
 */
export function handing(outputDirectory?: string, output?: string) {
  const written = (named: string): string | null => {
    if (outputDirectory === undefined) return null;
    const { dir, base } = parse(named);
    const path = join(outputDirectory, base);
    return resolve(dir) === resolve(output ?? outputDirectory) && isPlainFile(path) ? path : null;
  };

  return {
    given(read: ParsedDocument): ParsedDocument {
      if (outputDirectory === undefined) return read;
      const { unwrapped, ...model } = read;
      const attachments = model.attachments.flatMap((attachment) => {
        const path = written(attachment.path);
        return path ? [{ ...attachment, path }] : [];
      });
      const pictures = model.pictures?.flatMap((picture) => {
        const path = /^[\da-f]{64}$/.test(picture.id) ? written(picture.path) : null;
        return path ? [{ ...picture, path }] : [];
      });
      const copy = unwrapped ? written(unwrapped) : null;
      return {
        ...model,
        attachments,
        ...(pictures && { pictures }),
        ...(copy && { unwrapped: copy }),
      };
    },

    pieces: (recording: CutRecording): CutRecording => ({
      ...recording,
      pieces: recording.pieces.flatMap((piece) => {
        const path = written(piece.path);
        return path ? [{ ...piece, path }] : [];
      }),
    }),
  };
}

function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
