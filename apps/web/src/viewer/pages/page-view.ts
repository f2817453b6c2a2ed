export const rotations = [0, 90, 180, 270] as const;
export type Rotation = (typeof rotations)[number];

/** The room for pages in CSS pixels, what they fit there, by how much they are larger, and by how many degrees they are turned. */
export type PageView = {
  room: { width: number; height: number };
  fit: "width" | "page";
  zoom: number;
  rotation: Rotation;
};

type Size = { width: number; height: number };

const margin = 32;
const narrowest = 240;
const widest = 860;
const shortest = 160;

/** Returns the size that a page takes, and its own size before it is turned. `ratio` is height by width of the unturned page. */
export function sizeOfPage(
  { room, fit, zoom, rotation }: PageView,
  ratio: number,
): { outer: Size; inner: Size } {
  const isOnItsSide = rotation % 180 !== 0;
  const shown = isOnItsSide ? 1 / ratio : ratio;
  const across = Math.max(narrowest, room.width - margin);
  const fitting =
    fit === "page"
      ? Math.min(across, Math.max(shortest, room.height - margin) / shown)
      : Math.min(across, widest);
  const width = Math.round(fitting * zoom);
  const outer = { width, height: width * shown };
  return { outer, inner: isOnItsSide ? { width: outer.height, height: outer.width } : outer };
}

/** The rotation after a quarter turn to the right. */
export function turnedRight(rotation: Rotation): Rotation {
  return rotations[(rotations.indexOf(rotation) + 1) % rotations.length] ?? 0;
}
