// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, expect, test } from "vitest";

import { type GridTile, TileGrid } from "./tile-grid";

afterEach(cleanup);

const words = {
  handle: (label: string) => `Arrange ${label}`,
  keys: "Arrow keys move",
  moved: ({
    label,
    row,
    column,
    w,
    h,
  }: {
    label: string;
    row: number;
    column: number;
    w: number;
    h: number;
  }) => `${label}: row ${row}, column ${column}, ${w} wide, ${h} high`,
  stays: (label: string) => `${label} cannot go there`,
};
const start: GridTile[] = [
  { id: "a", label: "Cost", place: { x: 0, y: 0, w: 3, h: 2 } },
  { id: "b", label: "Queue", place: { x: 3, y: 0, w: 3, h: 2 } },
];

function Arranged() {
  const [tiles, setTiles] = useState(start);
  return (
    <TileGrid isArranging tiles={tiles} columns={12} words={words} onArrange={setTiles}>
      {({ label }) => <p>{label}</p>}
    </TileGrid>
  );
}

test("keys move a tile and change its size, and a screen reader hears where it is", async () => {
  const user = userEvent.setup();
  render(<Arranged />);
  screen.getByRole("button", { name: "Arrange Queue" }).focus();
  await user.keyboard("{ArrowRight}");
  expect(screen.getByRole("status").textContent).toBe("Queue: row 1, column 5, 3 wide, 2 high");
  await user.keyboard("{Shift>}{ArrowRight}{/Shift}");
  expect(screen.getByRole("status").textContent).toBe("Queue: row 1, column 5, 4 wide, 2 high");
  await user.keyboard("{ArrowUp}");
  expect(screen.getByRole("status").textContent).toBe("Queue cannot go there");
});

test("a grid that is only read has no handles", () => {
  render(
    <TileGrid tiles={start} columns={12} words={words}>
      {({ label }) => <p>{label}</p>}
    </TileGrid>,
  );
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByText("Queue")).toBeDefined();
});
