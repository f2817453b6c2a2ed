// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";

import { TooltipProvider } from "../overlays/tooltip";
import { Chart } from "./chart";
import type { ChartSeries } from "./chart-data";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const words = {
  view: "View",
  chart: "Chart",
  table: "Table",
  export: "Export",
  nothing: "Nothing",
};
const series: ChartSeries[] = [
  { key: "ready", name: "Ready", color: "green", stack: "all" },
  { key: "failed", name: "Failed", color: "red", stack: "all" },
  { key: "cancelled", name: "Cancelled", color: "gray", stack: "all" },
];
const rows = [
  { key: "2026-03-01", name: "1 Mar", values: { ready: 5, failed: 3 } },
  { key: "2026-03-02", name: "2 Mar", values: { ready: 0 } },
];

function aChart(given: { rows?: typeof rows } = {}) {
  const onOpen = vi.fn();
  render(
    <TooltipProvider>
      <Chart
        title="Documents over time"
        definition="By day."
        words={words}
        axisName="Day"
        rows={given.rows ?? rows}
        series={series}
        columns={[{ name: "Note", text: ({ key }) => `=${key}` }]}
        amount={(count) => `${count} documents`}
        numberText={String}
        placeOf={({ key }, one) => `/documents?day=${key}&status=${one?.key ?? "any"}`}
        onOpen={onOpen}
      />
    </TooltipProvider>,
  );
  return onOpen;
}

test("the legend names what occurs and nothing else", () => {
  aChart();
  const legend = screen.getByRole("list");
  expect(
    within(legend)
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent),
  ).toEqual(["Ready", "Failed"]);
});

test("the table has every figure of the drawing, and each above zero leads to its rows", async () => {
  const onOpen = aChart();
  await userEvent.click(screen.getByRole("radio", { name: "Table" }));
  const [, first, second] = screen.getAllByRole("row");

  expect(first?.textContent).toBe("1 Mar53=2026-03-01");
  expect(second && within(second).queryByRole("link")).toBeNull();
  await userEvent.click(screen.getByRole("link", { name: "3" }));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith("/documents?day=2026-03-01&status=failed");
});

test("the export has exact figures of all series, and no formula for a spreadsheet", async () => {
  const parts: BlobPart[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    parts.push(blob as Blob);
    return "blob:x";
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  aChart();
  await userEvent.click(screen.getByRole("button", { name: "Export" }));

  expect(await new Blob(parts).text()).toBe(
    `Day,Ready,Failed,Cancelled,Note\r\n2026-03-01,5,3,0,"'=2026-03-01"\r\n2026-03-02,0,0,0,"'=2026-03-02"`,
  );
});

test("without any amount it says so and offers no empty export", () => {
  aChart({ rows: [{ key: "2026-03-01", name: "1 Mar", values: { ready: 0, failed: 0 } }] });
  expect(screen.getByText("Nothing")).toBeDefined();
  expect(screen.getByRole("button", { name: "Export" })).toHaveProperty("disabled", true);
});
